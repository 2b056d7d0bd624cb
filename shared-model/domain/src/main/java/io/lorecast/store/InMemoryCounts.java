package io.lorecast.store;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.ItemCounts;

/** The growing counters of one item. */
final class InMemoryCounts {

  private long events;
  private long likes;
  private final Tally<Long> popularity = new Tally<>();
  private final Tally<Long> trend = new Tally<>();

  void add(CountIncrement increment) {
    events += increment.events();
    likes += increment.likes();
    popularity.add(increment.popularityEpoch(), increment.popularity());
    trend.add(increment.trendEpoch(), increment.trend());
  }

  ItemCounts snapshot() {
    return new ItemCounts(events, likes, popularity.amounts(), trend.amounts());
  }
}
