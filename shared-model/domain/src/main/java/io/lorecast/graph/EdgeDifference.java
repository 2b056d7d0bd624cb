package io.lorecast.graph;

import io.lorecast.model.Edge;
import java.util.List;

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
}
