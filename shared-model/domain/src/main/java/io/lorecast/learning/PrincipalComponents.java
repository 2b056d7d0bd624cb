package io.lorecast.learning;

import java.util.random.RandomGenerator;

/**
 * The leading eigenvectors of a symmetric positive semi-definite matrix by subspace iteration with
 * a Rayleigh-Ritz step. Deterministic for a given random generator.
 *
 * <p>Source: "Finding Structure with Randomness: Probabilistic Algorithms for Constructing
 * Approximate Matrix Decompositions", SIAM Review 53(2), 2011, doi:10.1137/090771806, algorithm
 * 4.4.
 *
 * @param values the eigenvalues, falling, shape [k]; 0 where the matrix has no further direction
 * @param vectors their eigenvectors of length 1, shape [k, n], flat; zeros where the value is 0
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
record PrincipalComponents(double[] values, double[] vectors) {

  private static final int OVERSAMPLING = 16;
  private static final int ITERATIONS = 24;

  /** Eigenvalues below this share of the first are noise of the arithmetic. */
  private static final double NEGLIGIBLE = 1e-7;

  /** Returns the {@code k} leading components of {@code matrix}. */
  static PrincipalComponents of(LinearOperator matrix, int k, RandomGenerator random) {
    int n = matrix.dimension();
    int size = Math.min(n, k + OVERSAMPLING);
    double[][] basis = new double[size][n];
    double[][] image = new double[size][n];
    for (double[] direction : basis) {
      for (int i = 0; i < n; i++) {
        direction[i] = random.nextGaussian();
      }
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      orthonormalise(basis, random);
      applyAll(matrix, basis, image);
      double[][] spare = basis;
      basis = image;
      image = spare;
    }
    orthonormalise(basis, random);
    applyAll(matrix, basis, image);
    return rayleighRitz(basis, image, k);
  }

  private static void applyAll(LinearOperator matrix, double[][] from, double[][] to) {
    for (int i = 0; i < from.length; i++) {
      matrix.apply(from[i], to[i]);
    }
  }

  /** Gram-Schmidt, twice for accuracy; a direction that vanishes is drawn anew. */
  private static void orthonormalise(double[][] basis, RandomGenerator random) {
    for (int i = 0; i < basis.length; i++) {
      double before = norm(basis[i]);
      removeEarlier(basis, i);
      if (norm(basis[i]) <= 1e-12 * before || before == 0) {
        for (int j = 0; j < basis[i].length; j++) {
          basis[i][j] = random.nextGaussian();
        }
        removeEarlier(basis, i);
      }
      scale(basis[i], 1 / norm(basis[i]));
      removeEarlier(basis, i);
      scale(basis[i], 1 / norm(basis[i]));
    }
  }

  private static void removeEarlier(double[][] basis, int i) {
    for (int j = 0; j < i; j++) {
      addScaled(basis[i], -dot(basis[i], basis[j]), basis[j]);
    }
  }

  private static PrincipalComponents rayleighRitz(double[][] basis, double[][] image, int k) {
    int size = basis.length;
    int n = basis[0].length;
    double[][] small = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        small[i][j] = dot(basis[i], image[j]);
        small[j][i] = small[i][j];
      }
    }
    JacobiRotation rotated = JacobiRotation.of(small);
    double[] values = new double[k];
    double[] vectors = new double[k * n];
    double[] direction = new double[n];
    for (int c = 0; c < Math.min(k, size); c++) {
      double value = rotated.values()[c];
      if (value > NEGLIGIBLE * rotated.values()[0]) {
        java.util.Arrays.fill(direction, 0);
        for (int j = 0; j < size; j++) {
          addScaled(direction, rotated.vectors()[c][j], basis[j]);
        }
        values[c] = value;
        System.arraycopy(direction, 0, vectors, c * n, n);
      }
    }
    return new PrincipalComponents(values, vectors);
  }

  private static double dot(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static void addScaled(double[] target, double factor, double[] addend) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * addend[i];
    }
  }
}
