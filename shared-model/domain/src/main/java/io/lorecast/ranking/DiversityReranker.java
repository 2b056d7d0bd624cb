package io.lorecast.ranking;

import io.lorecast.learning.Features;
import java.util.ArrayList;
import java.util.Arrays;
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
 * alike a list is, is a mean over its pairs, and the greatest bars an item for one neighbour: in
 * {@code scripts/bench diversity --events 40000}, lists a fifth less alike by their raw texts and
 * entities cost .016 of the hit rate with the mean, and .032 with the greatest.
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
    float[] both = new float[candidates.size()];
    double[] relevance = relevance(candidates);
    double[] similarities = new double[candidates.size()];
    boolean[] taken = new boolean[candidates.size()];
    List<Selection.Chosen> list = new ArrayList<>();
    while (list.size() < Math.min(k, candidates.size())) {
      int next = next(relevance, similarities, taken, diversity, list.size());
      taken[next] = true;
      list.add(candidates.get(next));
      multiply(features, next, both);
      for (int i = 0; i < similarities.length; i++) {
        similarities[i] += both[i] / 2;
      }
    }
    return list;
  }

  /** Sets {@code both} to the products of candidate {@code one} with all. */
  private static void multiply(float[] features, int one, float[] both) {
    int n = both.length;
    Arrays.fill(both, 0);
    for (int d = 0; d < FEATURES; d += 4) {
      int row = d * n;
      float factor0 = features[row + one];
      float factor1 = features[row + n + one];
      float factor2 = features[row + 2 * n + one];
      float factor3 = features[row + 3 * n + one];
      // Along the candidates: no sum is carried, so the JIT makes it vectors.
      for (int i = 0; i < n; i++) {
        both[i] +=
            factor0 * features[row + i]
                + factor1 * features[row + n + i]
                + factor2 * features[row + 2 * n + i]
                + factor3 * features[row + 3 * n + i];
      }
    }
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

  /** Returns content and knowledge of the candidates, shape [{@link #FEATURES}, n], flat. */
  private static float[] features(List<Selection.Chosen> candidates, CatalogueView view) {
    int n = candidates.size();
    float[] features = new float[n * FEATURES];
    float[] row = new float[FEATURES];
    for (int i = 0; i < n; i++) {
      view.features.copy(candidates.get(i).slot(), Features.CONTENT, FEATURES, row, 0);
      for (int d = 0; d < FEATURES; d++) {
        features[d * n + i] = row[d];
      }
    }
    return features;
  }
}
