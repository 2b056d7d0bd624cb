package io.lorecast.store;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.ItemCounts;
import java.util.HashMap;
import java.util.Map;

/** The growing counters of one item. */
final class InMemoryCounts {

  private long events;
  private long likes;
  private final Tally<Long> popularity = new Tally<>();
  private final Tally<Long> trend = new Tally<>();
  private final Map<String, Tally<Long>> contexts = new HashMap<>();

  void add(CountIncrement increment) {
    events += increment.events();
    likes += increment.likes();
    popularity.add(increment.popularityEpoch(), increment.popularity());
    trend.add(increment.trendEpoch(), increment.trend());
    for (String value : increment.context().values()) {
      contexts
          .computeIfAbsent(value, any -> new Tally<>())
          .add(increment.popularityEpoch(), increment.popularity());
    }
  }

  ItemCounts snapshot() {
    Map<String, Map<Long, Long>> byContext = new HashMap<>();
    contexts.forEach((value, tally) -> byContext.put(value, tally.amounts()));
    byContext.values().removeIf(Map::isEmpty);
    return new ItemCounts(events, likes, popularity.amounts(), trend.amounts(), byContext);
  }
}
