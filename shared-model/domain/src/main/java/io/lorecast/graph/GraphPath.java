package io.lorecast.graph;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.List;

/**
 * One way through the graph from an item somebody knows to another item.
 *
 * @param from the known item
 * @param to the other item
 * @param steps one (the items share an edge) or two (they share an entity)
 * @param strength how much the path says, above 0; comparable between paths of one {@link
 *     GraphPaths}
 */
public record GraphPath(ItemId from, ItemId to, List<Step> steps, double strength) {

  /**
   * An edge as it is walked, which may be against its direction.
   *
   * @param from the node the step leaves
   * @param relation the edge's relation
   * @param to the node it reaches
   */
  public record Step(EntityId from, String relation, EntityId to) {}

  public GraphPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one step");
    }
  }

  /** Returns whether every step has the same relation, as in "same director". */
  public boolean isOneRelation() {
    return steps.stream().map(Step::relation).distinct().count() == 1;
  }
}
