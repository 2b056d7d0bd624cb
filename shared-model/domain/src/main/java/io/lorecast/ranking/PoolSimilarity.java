package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.model.EntityId;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike the items of a pool are: the mean of the cosine of what the encoders say of them, about
 * its mean over the catalogue, and of the share of entities that they have in common (Jaccard).
 * Lives for one ranking.
 */
final class PoolSimilarity {

  private static final int K = Features.K;

  private final int size;

  /** The unscaled content, of length 1, shape [K][size]: read along the items. */
  private final float[][] contents;

  private final List<Set<EntityId>> entities = new ArrayList<>();

  /** The items joined to each entity. */
  private final Map<EntityId, List<Integer>> joined = new HashMap<>();

  private final float[] content = new float[K];
  private final float[] cosines;
  private final int[] common;

  /**
   * Prepares the pool.
   *
   * @param slots of its items
   */
  PoolSimilarity(int[] slots, CatalogueView view) {
    this.size = slots.length;
    this.contents = new float[K][size];
    this.cosines = new float[size];
    this.common = new int[size];
    float[] unscaling = view.model.contentUnscaling();
    for (int i = 0; i < size; i++) {
      setContent(i, view, slots[i], unscaling);
      entities.add(new HashSet<>(view.item(slots[i]).entities()));
      for (EntityId entity : entities.get(i)) {
        joined.computeIfAbsent(entity, one -> new ArrayList<>()).add(i);
      }
    }
  }

  private void setContent(int i, CatalogueView view, int slot, float[] unscaling) {
    view.features.copy(slot, Features.CONTENT, K, content, 0);
    for (int d = 0; d < K; d++) {
      content[d] *= unscaling[d];
    }
    VectorMath.normalise(content);
    for (int d = 0; d < K; d++) {
      contents[d][i] = content[d];
    }
  }

  /** Adds how alike item {@code one} is to each to {@code sums}, shape [size]. */
  void addTo(double[] sums, int one) {
    for (int d = 0; d < K; d++) {
      content[d] = contents[d][one];
    }
    Arrays.fill(cosines, 0);
    VectorMath.addCombination(cosines, size, content, contents, 0, K);
    Arrays.fill(common, 0);
    for (EntityId entity : entities.get(one)) {
      for (int other : joined.getOrDefault(entity, List.of())) {
        common[other]++;
      }
    }
    for (int i = 0; i < size; i++) {
      int all = entities.get(one).size() + entities.get(i).size() - common[i];
      sums[i] += (cosines[i] + (all == 0 ? 0 : (double) common[i] / all)) / 2;
    }
  }
}
