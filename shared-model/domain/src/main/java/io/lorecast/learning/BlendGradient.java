package io.lorecast.learning;

/**
 * The summed gradient of some likes with respect to {@link BlendWeights}, and how many likes went
 * into it. Mutable; belongs to one thread.
 */
public final class BlendGradient {

  /**
   * The longest gradient of one like. A liked item that is nobody's neighbour has one many times as
   * long, and a few of those would teach that neighbours do not matter.
   */
  private static final double LONGEST = 1;

  private final double[] sums = new double[BlendWeights.BUCKETS * Term.WEIGHTED];
  private int likes;

  /** Returns the mean gradient of one weight, 0 before the first like. */
  double mean(int weight) {
    return likes == 0 ? 0 : sums[weight] / likes;
  }

  /** Returns how many likes have been added. */
  public int likes() {
    return likes;
  }

  /**
   * Adds one like: the gradient of -log softmax of the liked item's score among the candidates, cut
   * to length 1 at most.
   *
   * @param bucket of the user
   * @param features unweighted terms, shape [candidates, {@link Term#WEIGHTED}], flat; the liked
   *     item first
   * @return false, and nothing is added, if anything is not finite
   */
  public boolean add(BlendWeights weights, int bucket, float[] features) {
    double[] shares = softmax(scores(weights, bucket, features));
    double[] gradient = new double[Term.WEIGHTED];
    for (int candidate = 0; candidate < shares.length; candidate++) {
      double share = shares[candidate] - (candidate == 0 ? 1 : 0);
      for (int term = 0; term < Term.WEIGHTED; term++) {
        gradient[term] += share * features[candidate * Term.WEIGHTED + term];
      }
    }
    double length = length(gradient);
    if (!Double.isFinite(length)) {
      return false;
    }
    double scale = length > LONGEST ? LONGEST / length : 1;
    for (int term = 0; term < Term.WEIGHTED; term++) {
      sums[bucket * Term.WEIGHTED + term] += scale * gradient[term];
    }
    likes++;
    return true;
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static double[] scores(BlendWeights weights, int bucket, float[] features) {
    double[] scores = new double[features.length / Term.WEIGHTED];
    float[] values = weights.toArray();
    for (int candidate = 0; candidate < scores.length; candidate++) {
      for (int term = 0; term < Term.WEIGHTED; term++) {
        scores[candidate] +=
            values[bucket * Term.WEIGHTED + term] * features[candidate * Term.WEIGHTED + term];
      }
    }
    return scores;
  }

  private static double[] softmax(double[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - highest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }
}
