package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens to edges when two entities turn out to be one, or one to be two. An edge that moves
 * keeps its relation, weight and source; one whose ends would become the same entity goes. Pure.
 */
public final class EntityMoves {

  private EntityMoves() {}

  /**
   * Returns what must change for {@code edges}, which stand at {@code from}, to stand at {@code
   * into}.
   *
   * @throws IllegalArgumentException if one of {@code edges} does not touch {@code from}
   */
  public static EdgeDifference move(EntityId from, EntityId into, Collection<Edge> edges) {
    List<Edge> moved = new ArrayList<>();
    for (Edge edge : edges) {
      if (!edge.opposite(from).equals(into)) {
        moved.add(edge.moved(from, into));
      }
    }
    return new EdgeDifference(moved, List.copyOf(edges));
  }

  /**
   * Returns {@code edges} with each end that was merged into another entity replaced by that one;
   * of those that become the same edge, and of equally strong sources, the heaviest is left.
   *
   * @param standing what each merged entity was merged into; itself not merged
   */
  public static List<Edge> resolved(Collection<Edge> edges, Map<EntityId, EntityId> standing) {
    Map<List<String>, Edge> resolved = new LinkedHashMap<>();
    for (Edge edge : edges) {
      EntityId head = standing.getOrDefault(edge.head(), edge.head());
      EntityId tail = standing.getOrDefault(edge.tail(), edge.tail());
      if (!head.equals(tail)) {
        resolved.merge(
            List.of(head.value(), edge.relation(), tail.value()),
            new Edge(head, edge.relation(), tail, edge.weight(), edge.source()),
            EntityMoves::stronger);
      }
    }
    return List.copyOf(resolved.values());
  }

  private static Edge stronger(Edge one, Edge other) {
    if (one.source() != other.source()) {
      return one.source().isAbove(other.source()) ? one : other;
    }
    return one.weight() >= other.weight() ? one : other;
  }
}
