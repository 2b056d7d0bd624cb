package io.lorecast.kgupdated;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.graph.EdgeDifference;
import io.lorecast.graph.Reach;
import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges kg-updated events and turns them into domain values, and what was done into the reply. */
final class KgUpdatedMapper {

  private KgUpdatedMapper() {}

  /**
   * Returns what {@code event} wants changed. Of several mentions of one edge the last counts.
   *
   * @param limit at most how many edges it may mention
   * @throws InvalidEventException if the event cannot be meant
   */
  static EdgeDifference toDifference(KgUpdated event, int limit) {
    if (event.changeId().isBlank()) {
      throw new InvalidEventException("changeId", "must not be blank");
    }
    int mentioned = size(event.added()) + size(event.removed());
    if (mentioned > limit) {
      throw new InvalidEventException(
          "added", "and removed must have at most " + limit + " edges, had " + mentioned);
    }
    return new EdgeDifference(edges("added", event.added()), edges("removed", event.removed()));
  }

  static NeighboursRefreshed toReply(String changeId, Reach reach) {
    return new NeighboursRefreshed(
        changeId,
        reach.items().stream().map(ItemId::value).toList(),
        reach.entities().stream().map(EntityId::value).toList());
  }

  private static List<Edge> edges(String field, @Nullable List<EdgeChange> changes) {
    if (changes == null) {
      return List.of();
    }
    Map<List<String>, Edge> edges = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      EdgeChange change = changes.get(i);
      edges.put(
          List.of(change.head(), change.relation(), change.tail()),
          edge(field + "[" + i + "]", change));
    }
    return List.copyOf(edges.values());
  }

  private static Edge edge(String place, EdgeChange change) {
    float weight = change.weight() == null ? 1f : change.weight().floatValue();
    try {
      return new Edge(
          entity("head", change.head()),
          change.relation(),
          entity("tail", change.tail()),
          weight,
          Source.GRAPH);
    } catch (InvalidEventException refusal) {
      // The sender of hundreds of edges wants to know which one it is.
      throw refusal.within(place);
    }
  }

  private static EntityId entity(String field, String value) {
    try {
      return new EntityId(value);
    } catch (InvalidEventException refusal) {
      throw refusal.within(field);
    }
  }

  private static int size(@Nullable List<EdgeChange> changes) {
    return changes == null ? 0 : changes.size();
  }
}
