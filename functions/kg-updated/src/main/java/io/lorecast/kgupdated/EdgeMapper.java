package io.lorecast.kgupdated;

import io.lorecast.events.EdgeChange;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.TimedEdge;
import io.lorecast.store.EdgeKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the edges of an event into domain values.
 *
 * @param source who sent the event
 */
record EdgeMapper(Edge.Source source) {

  /**
   * Returns {@code changes}; of several mentions of one edge the last.
   *
   * @param field where they stand, for refusals
   * @throws InvalidEventException if one cannot be meant, with its place
   */
  List<TimedEdge> toEdges(String field, @Nullable List<EdgeChange> changes) {
    if (changes == null) {
      return List.of();
    }
    Map<EdgeKey, TimedEdge> edges = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      TimedEdge timed = edge(field + "[" + i + "]", changes.get(i));
      edges.put(EdgeKey.of(timed.edge()), timed);
    }
    return List.copyOf(edges.values());
  }

  private TimedEdge edge(String place, EdgeChange change) {
    float weight = change.weight() == null ? 1f : change.weight().floatValue();
    try {
      Edge edge =
          new Edge(
              entity("head", change.head()),
              change.relation(),
              entity("tail", change.tail()),
              weight,
              source);
      return new TimedEdge(
          edge, Optional.ofNullable(change.validFrom()), Optional.ofNullable(change.validUntil()));
    } catch (InvalidEventException refusal) {
      // The sender of hundreds of edges wants to know which one it is.
      throw refusal.within(place);
    }
  }

  /** Returns the entity {@code value}, refused as {@code field} if it is none. */
  static EntityId entity(String field, String value) {
    try {
      return new EntityId(value);
    } catch (InvalidEventException refusal) {
      throw refusal.within(field);
    }
  }
}
