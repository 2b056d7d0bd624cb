package io.lorecast.bench;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How alike two items are, by raw data rather than by the features that the product diversifies by:
 * the mean of the cosine of their centred texts and the share of entities that they have in common
 * (Jaccard).
 */
final class Similarity {

  private final Map<ItemId, float[]> texts = new HashMap<>();
  private final Map<ItemId, Set<EntityId>> entities = new HashMap<>();

  Similarity(BenchData data, Map<ItemId, Embedding> contents) {
    float[] mean = new float[contents.values().iterator().next().dimension()];
    contents.values().forEach(v -> VectorMath.addScaled(mean, 1f / contents.size(), v.toArray()));
    contents.forEach(
        (item, vector) -> {
          float[] centred = vector.toArray();
          VectorMath.addScaled(centred, -1, mean);
          VectorMath.normalise(centred);
          texts.put(item, centred);
        });
    data.edges().forEach((item, edges) -> entities.put(item, others(item, edges)));
  }

  private static Set<EntityId> others(ItemId item, List<Edge> edges) {
    Set<EntityId> others = new HashSet<>();
    edges.forEach(edge -> others.add(edge.opposite(EntityId.of(item))));
    return others;
  }

  double of(ItemId a, ItemId b) {
    float[] x = texts.get(a);
    float[] y = texts.get(b);
    double cosine = x == null || y == null ? 0 : VectorMath.dot(x, Objects.requireNonNull(y));
    return (cosine
            + jaccard(entities.getOrDefault(a, Set.of()), entities.getOrDefault(b, Set.of())))
        / 2;
  }

  private static double jaccard(Set<EntityId> a, Set<EntityId> b) {
    long common = a.stream().filter(b::contains).count();
    long all = a.size() + b.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
