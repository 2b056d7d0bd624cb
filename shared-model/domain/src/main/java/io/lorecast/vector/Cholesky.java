package io.lorecast.vector;

/**
 * The Cholesky factor of a symmetric positive definite matrix: A = L L^T. In double precision,
 * O(n³/6) to make, O(n²) to solve with.
 */
public final class Cholesky {

  private final double[] lower;
  private final int n;

  private Cholesky(double[] lower, int n) {
    this.lower = lower;
    this.n = n;
  }

  /**
   * Factors {@code matrix} in place: the array is overwritten and must not be used any more.
   *
   * @param matrix shape [n, n], row-major; only the lower triangle is read
   * @throws IllegalArgumentException if it is not positive definite or not finite
   */
  public static Cholesky inPlace(double[] matrix, int n) {
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row * n + column] - dot(matrix, row * n, column * n, column);
        if (column < row) {
          matrix[row * n + column] = rest / matrix[column * n + column];
        } else if (rest > 0 && Double.isFinite(rest)) {
          matrix[row * n + row] = Math.sqrt(rest);
        } else {
          throw new IllegalArgumentException("not positive definite at row " + row);
        }
      }
    }
    return new Cholesky(matrix, n);
  }

  /** Replaces {@code b}, shape [n] from {@code offset}, by the x that solves A x = b. */
  public void solve(double[] b, int offset) {
    for (int row = 0; row < n; row++) {
      double sum = b[offset + row];
      for (int column = 0; column < row; column++) {
        sum -= lower[row * n + column] * b[offset + column];
      }
      b[offset + row] = sum / lower[row * n + row];
    }
    for (int row = n - 1; row >= 0; row--) {
      double value = b[offset + row] / lower[row * n + row];
      b[offset + row] = value;
      // Along the row of L, not down its column: neighbours in memory.
      for (int column = 0; column < row; column++) {
        b[offset + column] -= lower[row * n + column] * value;
      }
    }
  }

  /** Returns L {@code x}, shape [n]. */
  public double[] timesLower(double[] x) {
    double[] product = new double[n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        product[row] += lower[row * n + column] * x[column];
      }
    }
    return product;
  }

  /** Returns the inverse of A, shape [n, n], row-major. */
  public double[] inverse() {
    double[] inverse = new double[n * n];
    for (int row = 0; row < n; row++) {
      inverse[row * n + row] = 1;
      // A is symmetric, so the solved columns may stand as rows.
      solve(inverse, row * n);
    }
    return inverse;
  }

  private static double dot(double[] m, int a, int b, int length) {
    double sum0 = 0;
    double sum1 = 0;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      sum0 += m[a + i] * m[b + i];
      sum1 += m[a + i + 1] * m[b + i + 1];
    }
    return i < length ? sum0 + sum1 + m[a + i] * m[b + i] : sum0 + sum1;
  }
}
