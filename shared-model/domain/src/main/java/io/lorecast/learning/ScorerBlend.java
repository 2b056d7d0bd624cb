package io.lorecast.learning;

import java.util.List;

/**
 * The weighted sum of several scores.
 *
 * @param weights one of each scorer
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
record ScorerBlend(List<LikesScorer> scorers, double[] weights) implements LikesScorer {

  /** What a score can weigh against the first one, both counted in their deviations. */
  private static final double[] STEPS = {0, .125, .25, .5, 1, 2};

  private static final int ROUNDS = 2;

  /**
   * Chooses weights by held-out likes: the first score weighs 1 standard deviation, and each other
   * in turn what serves best, twice over. O(judged users * items * scorers) values are kept.
   *
   * @param scorers fitted to the rest of {@code heldOut} alone
   */
  static double[] choose(List<LikesScorer> scorers, HeldOutShare heldOut) {
    float[][][] scores = new float[scorers.size()][heldOut.judged().length][];
    double[] scales = new double[scorers.size()];
    for (int s = 0; s < scales.length; s++) {
      for (int row = 0; row < scores[s].length; row++) {
        scores[s][row] = floats(scorers.get(s).scores(heldOut.liked(row)));
      }
      scales[s] = scale(scores[s]);
    }
    double[] weights = new double[scales.length];
    weights[0] = scales[0];
    for (int round = 0; round < ROUNDS; round++) {
      for (int s = 1; s < weights.length; s++) {
        chooseOne(s, weights, scales[s], scores, heldOut);
      }
    }
    return weights;
  }

  private static void chooseOne(
      int s, double[] weights, double scale, float[][][] scores, HeldOutShare heldOut) {
    double best = -1;
    double chosen = 0;
    for (double step : STEPS) {
      weights[s] = step * scale;
      double ndcg = ndcg(weights, scores, heldOut);
      if (ndcg > best) {
        best = ndcg;
        chosen = weights[s];
      }
    }
    weights[s] = chosen;
  }

  private static double ndcg(double[] weights, float[][][] scores, HeldOutShare heldOut) {
    double sum = 0;
    for (int row = 0; row < heldOut.judged().length; row++) {
      double[] blended = new double[scores[0][row].length];
      for (int s = 0; s < weights.length; s++) {
        for (int item = 0; item < blended.length; item++) {
          blended[item] += weights[s] * scores[s][row][item];
        }
      }
      sum += heldOut.ndcg(row, blended);
    }
    return sum;
  }

  /** Returns 1 over the standard deviation of each user's scores; 0 where all are the same. */
  private static double scale(float[][] scores) {
    double variance = 0;
    for (float[] ofUser : scores) {
      double sum = 0;
      double squares = 0;
      for (float score : ofUser) {
        sum += score;
        squares += (double) score * score;
      }
      double mean = sum / ofUser.length;
      variance += Math.max(0, squares / ofUser.length - mean * mean) / scores.length;
    }
    return variance > 0 ? 1 / Math.sqrt(variance) : 0;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public double[] scores(int[] liked) {
    double[] sum = scorers.getFirst().scores(liked);
    for (int item = 0; item < sum.length; item++) {
      sum[item] *= weights[0];
    }
    for (int s = 1; s < weights.length; s++) {
      if (weights[s] != 0) {
        double[] scores = scorers.get(s).scores(liked);
        for (int item = 0; item < sum.length; item++) {
          sum[item] += weights[s] * scores[item];
        }
      }
    }
    return sum;
  }
}
