package io.lorecast.store;

import io.lorecast.graph.EntityMoves;
import io.lorecast.model.Edge;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.TimedEdge;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what became of entities that were merged into others, so that whoever still says the old
 * name means the one that stands.
 */
public record EntityResolver(EntityStore entities) {

  /** Merges of merges are followed so far; a circle of them, which nobody can mean, ends here. */
  private static final int LONGEST_CHAIN = 16;

  /** Emits what each of {@code ids} that was merged stands for now; the others are left out. */
  public Uni<Map<EntityId, EntityId>> standing(Collection<EntityId> ids) {
    return follow(new HashMap<>(), Set.copyOf(ids), LONGEST_CHAIN);
  }

  /** Emits {@code edges} between the entities that stand for their ends. */
  public Uni<List<Edge>> resolved(Collection<Edge> edges) {
    return standing(ends(edges)).map(standing -> EntityMoves.resolved(edges, standing));
  }

  /** Emits {@code edges} between the entities that stand for their ends, at the same times. */
  public Uni<List<TimedEdge>> resolvedTimes(Collection<TimedEdge> edges) {
    return edges.isEmpty()
        ? Uni.createFrom().item(List.of())
        : standing(ends(edges.stream().map(TimedEdge::edge).toList()))
            .map(
                standing ->
                    edges.stream()
                        .flatMap(
                            timed ->
                                EntityMoves.resolved(List.of(timed.edge()), standing).stream()
                                    .map(timed::withEdge))
                        .toList());
  }

  private static Set<EntityId> ends(Collection<Edge> edges) {
    Set<EntityId> ends = new HashSet<>();
    edges.forEach(edge -> Stream.of(edge.head(), edge.tail()).forEach(ends::add));
    return ends;
  }

  private Uni<Map<EntityId, EntityId>> follow(
      Map<EntityId, EntityId> known, Set<EntityId> open, int steps) {
    if (open.isEmpty() || steps == 0) {
      return Uni.createFrom().item(known);
    }
    return entities
        .findAll(open)
        .chain(
            found -> {
              Map<EntityId, EntityId> merged = merged(found);
              known.replaceAll((from, into) -> merged.getOrDefault(into, into));
              merged.forEach(known::putIfAbsent);
              return follow(known, Set.copyOf(merged.values()), steps - 1);
            });
  }

  private static Map<EntityId, EntityId> merged(Map<EntityId, Entity> found) {
    Map<EntityId, EntityId> merged = new HashMap<>();
    found.forEach((id, entity) -> entity.mergedInto().ifPresent(into -> merged.put(id, into)));
    return merged;
  }
}
