package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What must be computed anew when nodes of the graph were touched: an edge of theirs came or went,
 * or, for an item, its content changed.
 *
 * @param items the items among the nodes, and those around a node
 * @param entities the nodes that are no items
 */
public record Reach(NavigableSet<ItemId> items, NavigableSet<EntityId> entities) {

  public Reach {
    items = Collections.unmodifiableNavigableSet(items);
    entities = Collections.unmodifiableNavigableSet(entities);
  }

  /**
   * Returns how far touching {@code nodes} reaches: each node's own vector says how many edges it
   * has and what is around it, and the vectors of the items around are made of that.
   *
   * @param edges all edges of each node; a node without edges may be absent
   */
  public static Reach around(Collection<EntityId> nodes, Map<EntityId, List<Edge>> edges) {
    NavigableSet<ItemId> items = new TreeSet<>(Comparator.comparing(ItemId::value));
    NavigableSet<EntityId> entities = new TreeSet<>(Comparator.comparing(EntityId::value));
    for (EntityId node : nodes) {
      node.item().ifPresentOrElse(items::add, () -> entities.add(node));
      edges
          .getOrDefault(node, List.of())
          .forEach(edge -> edge.opposite(node).item().ifPresent(items::add));
    }
    return new Reach(items, entities);
  }

  /** Returns the vectors of {@code nodes} alone. */
  public static Reach own(Collection<EntityId> nodes) {
    return around(nodes, Map.of());
  }

  /** Returns everything that one of {@code reaches} has. */
  public static Reach all(Collection<Reach> reaches) {
    NavigableSet<ItemId> items = new TreeSet<>(Comparator.comparing(ItemId::value));
    NavigableSet<EntityId> entities = new TreeSet<>(Comparator.comparing(EntityId::value));
    for (Reach reach : reaches) {
      items.addAll(reach.items());
      entities.addAll(reach.entities());
    }
    return new Reach(items, entities);
  }
}
