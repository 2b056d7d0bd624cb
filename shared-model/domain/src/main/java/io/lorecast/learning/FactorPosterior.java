package io.lorecast.learning;

import io.lorecast.vector.Cholesky;
import java.util.random.RandomGenerator;

/**
 * How sure a user's factors are after the likes that {@link FoldIn} made them of: its objective is
 * that of Bayesian linear regression, so they are distributed as N(p, A^-1) with A = Z^-1 + B^T C
 * B. By the Woodbury identity
 *
 * <pre>
 *   A^-1 = Z - Z B^T (C^-1 + B Z B^T)^-1 B Z
 * </pre>
 *
 * <p>Making it costs O(h k²), a draw O(k³ / 6).
 *
 * <p>Source: drawing what is not known instead of its mean, to learn it, is Thompson sampling: "An
 * Empirical Evaluation of Thompson Sampling", NeurIPS 2011, algorithm 1 (no DOI), whose posterior
 * may be scaled too.
 *
 * <p>Immutable; safe to share.
 */
public final class FactorPosterior {

  private final double[] covariance;
  private final int k;

  FactorPosterior(double[] covariance, int k) {
    this.covariance = covariance;
    this.k = k;
  }

  /** Returns A^-1, shape [k, k], row-major, symmetric; a copy. */
  public double[] covariance() {
    return covariance.clone();
  }

  /**
   * Returns how far factors drawn from the posterior are from p: L eps with A^-1 = L L^T and eps
   * standard normal, shape [k].
   *
   * @param random draws eps, k numbers
   */
  public double[] deviation(RandomGenerator random) {
    double[] eps = new double[k];
    for (int d = 0; d < k; d++) {
      eps[d] = random.nextGaussian();
    }
    double rounding = rounding();
    if (rounding == 0) {
      return new double[k]; // before any fit all factors are 0, and surely so
    }
    double[] matrix = covariance.clone();
    for (int d = 0; d < k; d++) {
      matrix[d * k + d] += rounding;
    }
    return Cholesky.inPlace(matrix, k).timesLower(eps);
  }

  /** Z is kept in single precision, which may leave A^-1 indefinite by so much. */
  private double rounding() {
    double greatest = 0;
    for (int d = 0; d < k; d++) {
      greatest = Math.max(greatest, covariance[d * k + d]);
    }
    return greatest * k * Math.ulp(1f);
  }
}
