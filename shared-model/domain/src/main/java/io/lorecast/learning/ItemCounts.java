package io.lorecast.learning;

import java.util.Map;

/**
 * The counters of one item.
 *
 * @param popularity fixed point by epoch, see {@link ForwardDecay}
 * @param trend fixed point by epoch, see {@link ForwardDecay}
 */
public record ItemCounts(
    long events, long likes, Map<Long, Long> popularity, Map<Long, Long> trend) {

  /** The counters of an item that nobody has met. */
  public static final ItemCounts NONE = new ItemCounts(0, 0, Map.of(), Map.of());

  public ItemCounts {
    popularity = Map.copyOf(popularity);
    trend = Map.copyOf(trend);
  }
}
