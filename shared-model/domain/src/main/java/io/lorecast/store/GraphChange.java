package io.lorecast.store;

import io.lorecast.model.Edge;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of the graph: removes, then adds. The rules of {@link GraphStore#change}, for every
 * adapter.
 */
public record GraphChange(List<Edge> added, List<Edge> removed) {

  public GraphChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Returns the keys of all edges that this change names. */
  public Set<EdgeKey> touched() {
    Set<EdgeKey> keys = new LinkedHashSet<>();
    removed.forEach(edge -> keys.add(EdgeKey.of(edge)));
    added.forEach(edge -> keys.add(EdgeKey.of(edge)));
    return keys;
  }

  /**
   * Returns what stands under each touched key afterwards, empty where no edge is left.
   *
   * @param known the edges that stand there before
   */
  public Map<EdgeKey, Optional<Edge>> outcome(Map<EdgeKey, Edge> known) {
    Map<EdgeKey, Edge> edges = new HashMap<>(known);
    for (Edge edge : removed) {
      edges.computeIfPresent(
          EdgeKey.of(edge), (key, there) -> there.source() == edge.source() ? null : there);
    }
    for (Edge edge : added) {
      edges.merge(EdgeKey.of(edge), edge, GraphChange::standing);
    }
    Map<EdgeKey, Optional<Edge>> outcome = new HashMap<>();
    touched().forEach(key -> outcome.put(key, Optional.ofNullable(edges.get(key))));
    return outcome;
  }

  private static Edge standing(Edge there, Edge added) {
    return there.source().isAbove(added.source()) ? there : added;
  }
}
