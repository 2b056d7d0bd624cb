package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a list by maximal marginal relevance: the next item is the one with the greatest
 *
 * <pre>
 *   (1 - diversity) * score - diversity * (greatest similarity to an item chosen before)
 * </pre>
 *
 * with scores scaled to [0, 1] over the candidates, and similarity the mean of the cosines of
 * content and of knowledge. 0 leaves the order of the scores.
 *
 * <p>Source: "The Use of MMR, Diversity-Based Reranking for Reordering Documents and Producing
 * Summaries", SIGIR 1998, doi:10.1145/290941.291025.
 */
final class DiversityReranker {

  private static final int FEATURES = Features.SIZE - Features.CONTENT;

  private DiversityReranker() {}

  /** Returns {@code k} of {@code candidates}, which come best first. */
  static List<Selection.Chosen> rerank(
      List<Selection.Chosen> candidates, CatalogueView view, int k, double diversity) {
    if (diversity == 0 || candidates.size() < 2) {
      return candidates.subList(0, Math.min(k, candidates.size()));
    }
    float[] features = features(candidates, view);
    double[] relevance = relevance(candidates);
    double[] nearest = new double[candidates.size()];
    boolean[] taken = new boolean[candidates.size()];
    List<Selection.Chosen> list = new ArrayList<>();
    while (list.size() < Math.min(k, candidates.size())) {
      int next = next(relevance, nearest, taken, diversity, list.isEmpty());
      taken[next] = true;
      list.add(candidates.get(next));
      for (int i = 0; i < nearest.length; i++) {
        float both = VectorMath.dot(features, i * FEATURES, features, next * FEATURES, FEATURES);
        nearest[i] = list.size() == 1 ? both / 2 : Math.max(nearest[i], both / 2);
      }
    }
    return list;
  }

  private static int next(
      double[] relevance, double[] nearest, boolean[] taken, double diversity, boolean first) {
    int best = -1;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < relevance.length; i++) {
      double value = (1 - diversity) * relevance[i] - (first ? 0 : diversity * nearest[i]);
      if (!taken[i] && value > bestValue) {
        best = i;
        bestValue = value;
      }
    }
    return best;
  }

  private static double[] relevance(List<Selection.Chosen> candidates) {
    double highest = candidates.getFirst().score();
    double range = highest - candidates.getLast().score();
    return candidates.stream()
        .mapToDouble(c -> range > 0 ? 1 - (highest - c.score()) / range : 1)
        .toArray();
  }

  private static float[] features(List<Selection.Chosen> candidates, CatalogueView view) {
    float[] features = new float[candidates.size() * FEATURES];
    for (int i = 0; i < candidates.size(); i++) {
      view.features.copy(
          candidates.get(i).slot(), Features.CONTENT, FEATURES, features, i * FEATURES);
    }
    return features;
  }
}
