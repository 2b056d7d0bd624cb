package io.lorecast.learning;

import io.lorecast.model.ItemId;
import java.util.Map;

/**
 * The neighbour counters of one item, fixed point, see {@link PairIncrement}.
 *
 * @param liked by liked item: what those who liked the row's item liked near it
 * @param other by liked item: what those who met the row's item without liking it liked near it
 */
public record NeighbourRow(Map<ItemId, Long> liked, Map<ItemId, Long> other) {

  /** A row without counters. */
  public static final NeighbourRow EMPTY = new NeighbourRow(Map.of(), Map.of());

  public NeighbourRow {
    liked = Map.copyOf(liked);
    other = Map.copyOf(other);
  }
}
