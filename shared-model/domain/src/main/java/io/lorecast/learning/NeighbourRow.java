package io.lorecast.learning;

import io.lorecast.model.ItemId;
import java.util.Collections;
import java.util.Map;

/**
 * The neighbour counters of one item, fixed point, see {@link PairIncrement}. A view of the maps it
 * is made of, which must not change while it is read.
 *
 * @param liked by liked item: what those who liked the row's item liked near it
 * @param other by liked item: what those who met the row's item without liking it liked near it
 */
public record NeighbourRow(Map<ItemId, Long> liked, Map<ItemId, Long> other) {

  /** A row without counters. */
  public static final NeighbourRow EMPTY = new NeighbourRow(Map.of(), Map.of());

  public NeighbourRow {
    // Not copied: a row may hold a thousand counters, and is read once.
    liked = Collections.unmodifiableMap(liked);
    other = Collections.unmodifiableMap(other);
  }
}
