package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.TimedEdge;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the owner of the graph wants changed.
 *
 * @param changeId names it; one that was applied is not applied again
 * @param added edges that appear
 * @param timed edges that appear for a time
 * @param removed edges that go
 * @param described entities whose label, type and aliases are to be as given
 * @param merged entities that turn out to be others
 * @param split entities that turn out to be two
 */
public record GraphUpdate(
    String changeId,
    List<Edge> added,
    List<TimedEdge> timed,
    List<Edge> removed,
    List<Entity> described,
    List<Merge> merged,
    List<Split> split) {

  /**
   * Two entities that are one.
   *
   * @param from loses its edges
   * @param into has them from now on, and is meant wherever {@code from} is named
   */
  public record Merge(EntityId from, EntityId into) {
    public Merge {
      requireDifferent(from, into);
    }
  }

  /**
   * An entity that is two.
   *
   * @param from keeps its other edges
   * @param into gets {@code edges}, and stands for itself from now on
   * @param edges which of the edges of {@code from}
   */
  public record Split(EntityId from, EntityId into, Set<EdgeKey> edges) {
    public Split {
      requireDifferent(from, into);
      edges = Set.copyOf(edges);
    }
  }

  private static void requireDifferent(EntityId from, EntityId into) {
    if (from.equals(into)) {
      throw new InvalidEventException("into", "must be another entity, was " + into);
    }
  }

  public GraphUpdate {
    added = List.copyOf(added);
    timed = List.copyOf(timed);
    removed = List.copyOf(removed);
    described = List.copyOf(described);
    merged = List.copyOf(merged);
    split = List.copyOf(split);
  }

  /** Returns an update of edges alone. */
  public static GraphUpdate ofEdges(String changeId, List<Edge> added, List<Edge> removed) {
    return new GraphUpdate(changeId, added, List.of(), removed, List.of(), List.of(), List.of());
  }

  /** Returns the entities that it speaks of besides edges. */
  public Set<EntityId> entities() {
    return Stream.of(
            described.stream().map(Entity::id),
            merged.stream().flatMap(merge -> Stream.of(merge.from(), merge.into())),
            split.stream().flatMap(one -> Stream.of(one.from(), one.into())))
        .flatMap(ids -> ids)
        .collect(Collectors.toSet());
  }
}
