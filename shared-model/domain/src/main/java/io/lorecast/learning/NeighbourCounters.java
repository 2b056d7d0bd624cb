package io.lorecast.learning;

/** Co-liked neighbour counters in fixed point. */
public final class NeighbourCounters {

  /** The fixed-point amount of one pair of adjacent events. */
  public static final long ONE = 1L << 20;

  private NeighbourCounters() {}
}
