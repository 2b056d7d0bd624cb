package io.lorecast.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How often each item of a catalogue is shown. Mutable; belongs to one thread. */
public final class Exposure<T> {

  private final int items;
  private final Map<T, Long> shown = new HashMap<>();

  /**
   * Creates an exposure of nothing yet.
   *
   * @param items how many items the catalogue has, at least 1
   */
  public Exposure(int items) {
    if (items < 1) {
      throw new IllegalArgumentException("items must be at least 1, were " + items);
    }
    this.items = items;
  }

  /** Adds a list that was shown. */
  public void add(Collection<T> list) {
    list.forEach(item -> shown.merge(item, 1L, Long::sum));
  }

  /**
   * Returns the share of the catalogue that was shown at least once, in [0, 1].
   *
   * <p>Source: "Beyond accuracy: evaluating recommender systems by coverage and serendipity",
   * RecSys 2010, doi:10.1145/1864708.1864761 (catalogue coverage).
   */
  public double coverage() {
    return (double) shown.size() / items;
  }

  /**
   * Returns the Gini index of what was shown: 0 if all items were shown equally often, towards 1 if
   * one was shown alone; 0 if nothing was.
   *
   * <p>Source: "Evaluating Recommendation Systems", Recommender Systems Handbook, 2011,
   * doi:10.1007/978-0-387-85820-3_8 (Gini index), with n in place of its n - 1.
   */
  public double gini() {
    long[] counts = new long[items];
    int next = 0;
    for (long count : shown.values()) {
      counts[next++] = count;
    }
    Arrays.sort(counts);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < items; i++) {
      sum += counts[i];
      weighted += (2.0 * (i + 1) - items - 1) * counts[i];
    }
    return sum == 0 ? 0 : weighted / (items * sum);
  }
}
