package io.lorecast.learning;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
  private final Map<String, Double> relationSums = new TreeMap<>();
  private int likes;

  /** Returns the relations that any like so far has a gradient of. */
  Set<String> relations() {
    return relationSums.keySet();
  }

  /** Returns the mean gradient of the weight of {@code relation}. */
  double mean(String relation) {
    return likes == 0 ? 0 : relationSums.getOrDefault(relation, 0.) / likes;
  }

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
   * @param graph what the relations say of the same candidates, before their weights
   * @return false, and nothing is added, if anything is not finite
   */
  public boolean add(BlendWeights weights, int bucket, float[] features, RelationFeatures graph) {
    double[] shares = softmax(scores(weights, bucket, features));
    double[] gradient = new double[Term.WEIGHTED];
    for (int candidate = 0; candidate < shares.length; candidate++) {
      double share = shares[candidate] - (candidate == 0 ? 1 : 0);
      for (int term = 0; term < Term.WEIGHTED; term++) {
        gradient[term] += share * features[candidate * Term.WEIGHTED + term];
      }
    }
    double[] ofRelations = ofRelations(shares, graph, weights.weight(bucket, Term.KNOWLEDGE));
    if (!Double.isFinite(length(gradient)) || !Double.isFinite(length(ofRelations))) {
      return false;
    }
    cut(gradient);
    cut(ofRelations);
    for (int term = 0; term < Term.WEIGHTED; term++) {
      sums[bucket * Term.WEIGHTED + term] += gradient[term];
    }
    for (int r = 0; r < ofRelations.length; r++) {
      if (ofRelations[r] != 0) {
        relationSums.merge(graph.relations().get(r), ofRelations[r], Double::sum);
      }
    }
    likes++;
    return true;
  }

  /** Returns the gradient with respect to the weight of each relation. */
  private static double[] ofRelations(double[] shares, RelationFeatures graph, float weight) {
    int n = graph.relations().size();
    double[] gradient = new double[n];
    for (int candidate = 0; n > 0 && candidate < shares.length; candidate++) {
      double share = shares[candidate] - (candidate == 0 ? 1 : 0);
      for (int r = 0; r < n; r++) {
        gradient[r] += weight * share * graph.values()[candidate * n + r];
      }
    }
    return gradient;
  }

  private static void cut(double[] gradient) {
    double length = length(gradient);
    for (int i = 0; length > LONGEST && i < gradient.length; i++) {
      gradient[i] *= LONGEST / length;
    }
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
