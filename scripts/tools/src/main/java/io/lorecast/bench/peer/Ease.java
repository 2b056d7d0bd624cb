package io.lorecast.bench.peer;

import io.lorecast.vector.Cholesky;

/**
 * Peer: EASE, a linear model of each item from all others, in closed form: with P = (X^T X + lambda
 * I)^-1, the weights are B_ij = -P_ij / P_jj off the diagonal, 0 on it.
 *
 * <p>Source: "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019,
 * doi:10.1145/3308558.3313710, equation 8.
 */
public final class Ease implements BatchPeer {

  private final double regularisation;

  /**
   * Creates it.
   *
   * @param regularisation lambda, above 0
   */
  public Ease(double regularisation) {
    this.regularisation = regularisation;
  }

  /** Returns it with the constant published for MovieLens 20M. */
  public static Ease published() {
    return new Ease(500);
  }

  @Override
  public Peer fit(Likes likes, long seed) {
    int n = likes.items();
    double[] gram = new double[n * n];
    for (int[] liked : likes.byUser()) {
      for (int i : liked) {
        for (int j : liked) {
          gram[i * n + j]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      gram[i * n + i] += regularisation;
    }
    double[] inverse = Cholesky.inPlace(gram, n).inverse();
    return (user, liked) -> scores(inverse, n, liked);
  }

  private static double[] scores(double[] inverse, int n, int[] liked) {
    double[] scores = new double[n];
    for (int near : liked) {
      for (int item = 0; item < n; item++) {
        if (item != near) {
          scores[item] -= inverse[near * n + item];
        }
      }
    }
    for (int item = 0; item < n; item++) {
      scores[item] /= inverse[item * n + item];
    }
    return scores;
  }
}
