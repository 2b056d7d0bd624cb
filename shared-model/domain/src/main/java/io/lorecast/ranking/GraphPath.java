package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import java.util.List;

/**
 * One way through the graph from an item somebody likes to another item.
 *
 * @param from the liked item
 * @param steps one (the items share an edge) or two (they share an entity), as they are walked,
 *     which may be against an edge's direction
 * @param strength how much the path says, above 0; comparable between paths of one catalogue
 */
record GraphPath(CatalogueItem from, List<Step> steps, double strength) {

  GraphPath {
    steps = List.copyOf(steps);
  }

  /** Returns whether every step has the same relation, as in "same director". */
  boolean isOneRelation() {
    return steps.getFirst().relation().equals(steps.getLast().relation());
  }

  /** An edge as it is walked. */
  record Step(EntityId from, String relation, EntityId to) {}
}
