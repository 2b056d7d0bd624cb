package io.lorecast.evaluation;

/**
 * How well two models rank the same held-out likes.
 *
 * @param users how many likes were asked for, one a user
 * @param candidate NDCG@20 of the candidate, in [0, 1]
 * @param current NDCG@20 of the current model, in [0, 1]
 * @param standardError of the difference of the two, taking the users as independent
 */
public record ModelComparison(int users, double candidate, double current, double standardError) {

  /** Differences within so many standard errors may be chance. */
  private static final double DOUBT = 2;

  /**
   * Returns whether the candidate is worse by more than {@code tolerance}, and by more than chance.
   *
   * @param tolerance of NDCG, at least 0
   */
  public boolean isWorse(double tolerance) {
    double loss = current - candidate;
    return loss > tolerance && loss > DOUBT * standardError;
  }
}
