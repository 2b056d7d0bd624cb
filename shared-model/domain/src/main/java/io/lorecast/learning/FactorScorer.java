package io.lorecast.learning;

import io.lorecast.vector.Cholesky;

/**
 * Scores by batch factors: the user's are those that {@link ImplicitAls} gives a user with these
 * likes, all of the same weight, so whoever was in the fit gets the scores of the fit. O(h k² + k³
 * + items k) a user with h likes.
 */
final class FactorScorer implements LikesScorer {

  private static final int K = Features.K;

  private final double[] items;
  private final double[] gram;
  private final FitSettings settings;

  /**
   * Creates a scorer.
   *
   * @param items the items' factors, shape [items, K], flat; not copied
   * @param settings those of the fit
   */
  FactorScorer(double[] items, FitSettings settings) {
    this.items = items;
    this.gram = ImplicitAls.weightedGram(items, K, settings.unobserved());
    this.settings = settings;
  }

  @Override
  public double[] scores(int[] liked) {
    double[] user = new double[K];
    double[] system = gram.clone();
    double held = ImplicitAls.held(settings, liked.length, items.length / K);
    for (int d = 0; d < K; d++) {
      system[d * K + d] += held;
    }
    ImplicitAls.addLiked(system, items, K, liked, user, 0);
    Cholesky.inPlace(system, K).solve(user, 0);
    double[] scores = new double[items.length / K];
    for (int item = 0; item < scores.length; item++) {
      for (int d = 0; d < K; d++) {
        scores[item] += user[d] * items[item * K + d];
      }
    }
    return scores;
  }
}
