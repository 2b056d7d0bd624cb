package io.lorecast.kgupdated;

import io.lorecast.events.ItemEncoded;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.graph.AttributeEdges;
import io.lorecast.graph.EdgeDifference;
import io.lorecast.graph.EntityMoves;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.EntityResolver;
import io.lorecast.store.GraphStore;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.ItemStore;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes the edges around an item say what its attributes say, or removes them with the item, and
 * refreshes the vectors around it: item-encoded in, neighbours-refreshed out. What the item store
 * holds counts, not the version in the event, so late and repeated events do no harm.
 */
@Singleton
public class ItemEncodedFunction {

  private static final int ALL = Integer.MAX_VALUE;

  /** So that a change stays in the order of hundreds of edges. */
  private static final int ITEMS_A_CHANGE = 16;

  private final ItemStore items;
  private final GraphStore graph;
  private final AttributeEdges attributes;
  private final EntityResolver resolver;
  private final Refreshes refreshes;
  private final GroupCommit<ItemId, Set<EntityId>> changes;

  ItemEncodedFunction(
      ItemStore items,
      GraphStore graph,
      AttributeEdges attributes,
      EntityResolver resolver,
      Refreshes refreshes) {
    this.items = items;
    this.graph = graph;
    this.attributes = attributes;
    this.resolver = resolver;
    this.refreshes = refreshes;
    this.changes = new GroupCommit<>(ITEMS_A_CHANGE, this::change);
  }

  @Funq("item-encoded")
  public Uni<NeighboursRefreshed> onItemEncoded(ItemEncoded event) {
    return changes
        .submit(new ItemId(event.itemId()))
        .chain(nodes -> refreshes.around(event.itemId() + ":" + event.version(), nodes));
  }

  /** Changes the edges of a group of items; emits for each which nodes that touches. */
  private Uni<List<Set<EntityId>>> change(List<ItemId> group) {
    Set<ItemId> distinct = new LinkedHashSet<>(group);
    List<EntityId> nodes = distinct.stream().map(EntityId::of).toList();
    return Uni.combine()
        .all()
        .unis(items.findAll(distinct), graph.around(nodes, ALL))
        .asTuple()
        .chain(read -> said(read.getItem1()).chain(said -> change(group, said, read.getItem2())));
  }

  /** Emits the edges that each item says, between the entities that stand for those it names. */
  private Uni<Map<ItemId, List<Edge>>> said(Map<ItemId, Item> found) {
    Map<ItemId, List<Edge>> said = new HashMap<>();
    found.forEach((id, item) -> said.put(id, attributes.of(item)));
    return resolver
        .standing(said.values().stream().flatMap(List::stream).map(Edge::tail).distinct().toList())
        .map(
            standing -> {
              said.replaceAll((id, edges) -> EntityMoves.resolved(edges, standing));
              return said;
            });
  }

  private Uni<List<Set<EntityId>>> change(
      List<ItemId> group, Map<ItemId, List<Edge>> said, Map<EntityId, List<Edge>> stored) {
    List<Set<EntityId>> touched = new ArrayList<>();
    Set<Edge> added = new LinkedHashSet<>();
    Set<Edge> removed = new LinkedHashSet<>();
    for (ItemId id : group) {
      List<Edge> around = stored.getOrDefault(EntityId.of(id), List.of());
      EdgeDifference difference =
          said.containsKey(id)
              ? AttributeEdges.difference(EntityId.of(id), said.get(id), around)
              : AttributeEdges.withdrawal(id, around);
      added.addAll(difference.added());
      removed.addAll(difference.removed());
      touched.add(nodes(id, around, difference.added()));
    }
    return save(new EdgeDifference(List.copyOf(added), List.copyOf(removed))).replaceWith(touched);
  }

  /**
   * The difference was taken from what is stored, so applying it needs no protection against
   * repetition; and no id made of items and versions would do, since an item that leaves and comes
   * back has the same difference twice.
   */
  private Uni<Void> save(EdgeDifference difference) {
    if (difference.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return graph
        .change("attributes:" + UUID.randomUUID(), difference.added(), difference.removed())
        .replaceWithVoid();
  }

  /**
   * The item's content may have changed, so everything that had or has an edge with it is touched.
   */
  private static Set<EntityId> nodes(ItemId id, List<Edge> before, List<Edge> added) {
    EntityId item = EntityId.of(id);
    Set<EntityId> nodes = new LinkedHashSet<>(Set.of(item));
    before.forEach(edge -> nodes.add(edge.opposite(item)));
    added.forEach(edge -> nodes.add(edge.opposite(item)));
    return nodes;
  }
}
