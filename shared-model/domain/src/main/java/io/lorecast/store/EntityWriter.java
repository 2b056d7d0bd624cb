package io.lorecast.store;

import io.lorecast.graph.EdgeDifference;
import io.lorecast.graph.EntityMoves;
import io.lorecast.model.Edge;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.store.GraphUpdate.Merge;
import io.lorecast.store.GraphUpdate.Split;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a {@link GraphUpdate} says of entities: what is known of them, and which edges move. */
record EntityWriter(GraphStore graph, EntityStore entities) {

  private static final int ALL = Integer.MAX_VALUE;

  /** Saves what {@code update} says of entities. */
  Uni<Void> save(GraphUpdate update) {
    Set<EntityId> named = update.entities();
    if (named.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return entities
        .findAll(named)
        .chain(known -> entities.saveAll(described(update, known).values()));
  }

  private static Map<EntityId, Entity> described(GraphUpdate update, Map<EntityId, Entity> known) {
    Map<EntityId, Entity> now = new HashMap<>(known);
    for (Entity entity : update.described()) {
      Entity before = now.getOrDefault(entity.id(), entity);
      now.put(entity.id(), before.mergedInto().map(entity::merged).orElseGet(entity::parted));
    }
    for (Merge merge : update.merged()) {
      Entity from = now.getOrDefault(merge.from(), Entity.of(merge.from()));
      Entity into = now.getOrDefault(merge.into(), Entity.of(merge.into()));
      now.put(merge.from(), from.merged(merge.into()));
      now.put(merge.into(), into.parted().alsoCalled(from));
    }
    for (Split split : update.split()) {
      now.put(split.into(), now.getOrDefault(split.into(), Entity.of(split.into())).parted());
    }
    return now;
  }

  /** Emits which edges move from one entity to another. */
  Uni<List<EdgeDifference>> moves(GraphUpdate update) {
    List<Uni<EdgeDifference>> moves = new ArrayList<>();
    update.merged().forEach(merge -> moves.add(move(merge)));
    update.split().forEach(split -> moves.add(move(split)));
    return Multi.createFrom()
        .iterable(moves)
        .onItem()
        .transformToUniAndConcatenate(move -> move)
        .collect()
        .asList();
  }

  private Uni<EdgeDifference> move(Merge merge) {
    return around(merge.from()).map(edges -> EntityMoves.move(merge.from(), merge.into(), edges));
  }

  private Uni<EdgeDifference> move(Split split) {
    return around(split.from())
        .map(edges -> edges.stream().filter(e -> split.edges().contains(EdgeKey.of(e))).toList())
        .map(edges -> EntityMoves.move(split.from(), split.into(), edges));
  }

  private Uni<List<Edge>> around(EntityId entity) {
    return graph.around(List.of(entity), ALL).map(found -> found.getOrDefault(entity, List.of()));
  }
}
