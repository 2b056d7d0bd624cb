package io.lorecast.learning;

/**
 * The amounts of co-liked neighbour counters, in fixed point. A pair of events of one user at
 * distance d (adjacent: 1) adds round(ONE * nearness^(d-1)); beyond the window, nothing.
 */
public final class NeighbourCounters {

  /** The fixed-point amount of one pair of adjacent events. */
  public static final long ONE = 1L << 20;

  private final long[] amounts;

  NeighbourCounters(int window, double nearness) {
    this.amounts = new long[window + 1];
    for (int distance = 1; distance <= window; distance++) {
      amounts[distance] = Math.round(ONE * Math.pow(nearness, distance - 1.0));
    }
  }

  /** Returns the greatest distance that still counts. */
  int window() {
    return amounts.length - 1;
  }

  /** Returns the amount of a pair at {@code distance}, at least 1. */
  long amount(int distance) {
    return distance < amounts.length ? amounts[distance] : 0;
  }
}
