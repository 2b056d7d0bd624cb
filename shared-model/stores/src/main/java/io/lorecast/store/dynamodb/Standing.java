package io.lorecast.store.dynamodb;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands under some keys, as it was read.
 *
 * @param pages by node, those of the homes of the keys
 * @param beyond the edges that stand there beyond the pages
 */
record Standing(Map<EntityId, EdgePage> pages, Map<EdgeKey, Edge> beyond) {

  /**
   * What stands under some keys.
   *
   * @param edges empty where no edge stands
   * @param versions of the pages of the homes of the keys, 0 where there is none: while they are
   *     the same, so are the edges
   */
  record Edges(Map<EdgeKey, Optional<Edge>> edges, Map<EntityId, Long> versions) {}

  EdgePage page(EntityId node) {
    return pages.getOrDefault(node, EdgePage.empty(node));
  }

  boolean isBeyond(EdgeKey key) {
    return beyond.containsKey(key);
  }

  /** Returns the edge that stands under {@code key}. */
  Optional<Edge> edge(EdgeKey key) {
    return Optional.ofNullable(page(EdgeRows.home(key)).edges().get(key))
        .or(() -> Optional.ofNullable(beyond.get(key)));
  }

  /** Returns what stands under each of {@code keys}. */
  Edges edges(Collection<EdgeKey> keys) {
    Map<EdgeKey, Optional<Edge>> edges = new HashMap<>();
    Map<EntityId, Long> versions = new HashMap<>();
    for (EdgeKey key : keys) {
      edges.put(key, edge(key));
      versions.computeIfAbsent(EdgeRows.home(key), home -> page(home).version());
    }
    return new Edges(edges, versions);
  }

  /** Returns what stands under each key after {@code changes}, one after the other. */
  Map<EdgeKey, Optional<Edge>> after(List<GraphChange> changes) {
    Map<EdgeKey, Optional<Edge>> after = new HashMap<>();
    for (GraphChange change : changes) {
      Map<EdgeKey, Edge> known = new HashMap<>();
      change
          .touched()
          .forEach(
              key -> after.getOrDefault(key, edge(key)).ifPresent(edge -> known.put(key, edge)));
      after.putAll(change.outcome(known));
    }
    return after;
  }
}
