package io.lorecast.bench;

import io.lorecast.graph.InverseFrequency;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How alike two items are, by raw data rather than by the features that the product scores by: the
 * mean of the cosine of their centred texts and the share of entities that they have in common
 * (Jaccard, each entity weighted by its idf).
 */
final class Similarity {

  private final Map<ItemId, float[]> texts = new HashMap<>();
  private final Map<ItemId, Set<EntityId>> entities = new HashMap<>();
  private final Map<EntityId, Double> idf = new HashMap<>();

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
    Map<EntityId, Integer> degrees = new HashMap<>();
    entities.values().forEach(of -> of.forEach(entity -> degrees.merge(entity, 1, Integer::sum)));
    InverseFrequency frequency = new InverseFrequency(Math.max(1, data.items().size()));
    degrees.forEach((entity, degree) -> idf.put(entity, frequency.of(degree)));
  }

  private static Set<EntityId> others(ItemId item, List<Edge> edges) {
    Set<EntityId> others = new HashSet<>();
    edges.forEach(edge -> others.add(edge.opposite(EntityId.of(item))));
    return others;
  }

  /** Returns the cosine of the texts; 0 if one has none. */
  double ofTexts(ItemId a, ItemId b) {
    float[] x = texts.get(a);
    float[] y = texts.get(b);
    return x == null || y == null ? 0 : VectorMath.dot(x, y);
  }

  /** Returns the weighted share of entities in common; 0 if one has none. */
  double ofEntities(ItemId a, ItemId b) {
    Set<EntityId> of = entities.getOrDefault(a, Set.of());
    Set<EntityId> other = entities.getOrDefault(b, Set.of());
    double common = weight(of, other::contains);
    double all = weight(of, one -> true) + weight(other, one -> true) - common;
    return all > 0 ? common / all : 0;
  }

  private double weight(Set<EntityId> of, Predicate<EntityId> which) {
    return of.stream().filter(which).mapToDouble(one -> idf.getOrDefault(one, 0.)).sum();
  }
}
