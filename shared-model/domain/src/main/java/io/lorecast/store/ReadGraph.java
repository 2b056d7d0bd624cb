package io.lorecast.store;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has been read of the graph.
 *
 * @param space where contents are read now
 * @param sampled at most how many edges of a node vectors are made of, however many were read
 */
record ReadGraph(
    Map<EntityId, List<Edge>> edges, Map<EntityId, Long> degrees, ContentSpace space, int sampled) {

  /** Returns the edges that the vectors around {@code node} are made of. */
  List<Edge> of(EntityId node) {
    List<Edge> all = edges.getOrDefault(node, List.of());
    return all.size() <= sampled ? all : all.subList(0, sampled);
  }

  /** Returns the other ends of these edges. */
  Stream<EntityId> around(EntityId node) {
    return of(node).stream().map(edge -> edge.opposite(node));
  }

  ReadGraph withEdges(Map<EntityId, List<Edge>> more) {
    return new ReadGraph(joined(edges, more), degrees, space, sampled);
  }

  static <K, V> Map<K, V> joined(Map<K, V> one, Map<K, V> other) {
    Map<K, V> joined = new HashMap<>(one);
    joined.putAll(other);
    return joined;
  }
}
