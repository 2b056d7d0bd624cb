package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must change for the stored edges to become the wanted ones.
 *
 * @param added edges that are wanted and not stored
 * @param removed edges that are stored and not wanted
 */
public record EdgeDifference(List<Edge> added, List<Edge> removed) {

  public EdgeDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Returns whether nothing must change. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** Returns the nodes at the ends of these edges, each once. */
  public Set<EntityId> nodes() {
    return Stream.concat(added.stream(), removed.stream())
        .flatMap(edge -> Stream.of(edge.head(), edge.tail()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
