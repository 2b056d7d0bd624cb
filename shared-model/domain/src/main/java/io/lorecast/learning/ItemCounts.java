package io.lorecast.learning;

import java.util.Map;

/**
 * The counters of one item.
 *
 * @param popularity fixed point by epoch, see {@link ForwardDecay}
 * @param trend fixed point by epoch, see {@link ForwardDecay}
 * @param contexts the part of popularity that comes from likes in each value of a context
 */
public record ItemCounts(
    long events,
    long likes,
    Map<Long, Long> popularity,
    Map<Long, Long> trend,
    Map<String, Map<Long, Long>> contexts) {

  /** The counters of an item that nobody has met. */
  public static final ItemCounts NONE = new ItemCounts(0, 0, Map.of(), Map.of(), Map.of());

  public ItemCounts {
    popularity = Map.copyOf(popularity);
    trend = Map.copyOf(trend);
    contexts = Map.copyOf(contexts);
  }
}
