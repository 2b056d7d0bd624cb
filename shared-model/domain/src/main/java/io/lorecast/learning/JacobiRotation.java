package io.lorecast.learning;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations.
 *
 * <p>Source: "Matrix Computations", 4th edition, 2013, section 8.5.
 *
 * @param values falling, shape [n]
 * @param vectors of length 1, shape [n][n], a row for each value
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
record JacobiRotation(double[] values, double[][] vectors) {

  private static final int SWEEPS = 30;

  /** Returns the decomposition of {@code a}, shape [n][n], which is overwritten. */
  static JacobiRotation of(double[][] a) {
    int n = a.length;
    double[][] rotated = new double[n][n];
    for (int i = 0; i < n; i++) {
      rotated[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, rotated, p, q);
        }
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = rotated[order[i]];
    }
    return new JacobiRotation(values, vectors);
  }

  /** Returns the squares off the diagonal, or 0 where they no longer matter. */
  private static double offDiagonal(double[][] a) {
    double off = 0;
    double on = 0;
    for (int i = 0; i < a.length; i++) {
      on += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        off += a[i][j] * a[i][j];
      }
    }
    return off <= 1e-26 * on ? 0 : off;
  }

  private static void rotate(double[][] a, double[][] rotated, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    rotateRows(a, p, q, c, s);
    rotateRows(rotated, p, q, c, s);
  }

  private static void rotateRows(double[][] a, int p, int q, double c, double s) {
    double[] rowP = a[p];
    double[] rowQ = a[q];
    for (int k = 0; k < rowP.length; k++) {
      double pk = rowP[k];
      double qk = rowQ[k];
      rowP[k] = c * pk - s * qk;
      rowQ[k] = s * pk + c * qk;
    }
  }
}
