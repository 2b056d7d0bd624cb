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

/**
 * How alike the items of a pool are: the mean of the cosine of what the encoders say of them, about
 * its mean over the catalogue, and of the share of entities that they have in common, each weighted
 * by its idf (Jaccard), so that one director says more than one country. Lives for one ranking.
 */
final class PoolSimilarity {

  private static final int K = Features.K;

  private final int size;

  /** The unscaled content, of length 1, shape [K][size]: read along the items. */
  private final float[][] contents;

  /** An entity with the items of the pool that are joined to it. */
  private record Joined(double idf, List<Integer> items) {}

  /** What each item is joined to, shape [size]. */
  private final List<List<Joined>> entities = new ArrayList<>();

  /** The sum of the idf of what each item is joined to, shape [size]. */
  private final double[] weights;

  private final float[] content = new float[K];
  private final float[] cosines;
  private final double[] common;

  /**
   * Prepares the pool.
   *
   * @param slots of its items
   */
  PoolSimilarity(int[] slots, CatalogueView view) {
    this.size = slots.length;
    this.contents = new float[K][size];
    this.cosines = new float[size];
    this.common = new double[size];
    this.weights = new double[size];
    Map<EntityId, Joined> joined = new HashMap<>();
    float[] unscaling = view.model.contentUnscaling();
    for (int i = 0; i < size; i++) {
      setContent(i, view, slots[i], unscaling);
      setEntities(i, view, slots[i], joined);
    }
  }

  private void setEntities(int i, CatalogueView view, int slot, Map<EntityId, Joined> joined) {
    List<Joined> of = new ArrayList<>();
    for (EntityId entity : new HashSet<>(view.item(slot).entities())) {
      Joined one =
          joined.computeIfAbsent(entity, id -> new Joined(view.frequency(id), new ArrayList<>()));
      one.items().add(i);
      weights[i] += one.idf();
      of.add(one);
    }
    entities.add(of);
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
    VectorMath.addCombination(cosines, size, content, 0, contents);
    Arrays.fill(common, 0);
    for (Joined entity : entities.get(one)) {
      for (int other : entity.items()) {
        common[other] += entity.idf();
      }
    }
    for (int i = 0; i < size; i++) {
      double all = weights[one] + weights[i] - common[i];
      sums[i] += (cosines[i] + (all > 0 ? common[i] / all : 0)) / 2;
    }
  }
}
