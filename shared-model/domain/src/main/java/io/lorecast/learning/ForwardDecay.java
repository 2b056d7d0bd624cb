package io.lorecast.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Counters that decay with time and yet are only ever added to: instead of shrinking what is
 * stored, an addition grows with the time of its event. Time is cut into epochs of {@value
 * #HALF_LIVES_AN_EPOCH} half-lives, each with a counter of its own, so amounts stay small and
 * nothing is ever rescaled. Amounts are integers: any order of additions gives the same bits.
 *
 * <p>An event at time t adds round(2^((t - start of its epoch) / half-life) * {@value #ONE}). The
 * value at time now is the sum over the epochs of amount * 2^((start - now) / half-life) / ONE: an
 * event counts 1 when it happens and 1/2 a half-life later. An event of the future counts more than
 * 1 until then.
 *
 * <p>Source: "Forward Decay: A Practical Time Decay Model for Streaming Systems", ICDE 2009,
 * doi:10.1109/ICDE.2009.65; the epochs are ours.
 */
public final class ForwardDecay {

  /** The fixed-point amount of one event at the start of an epoch. */
  public static final long ONE = 1L << 16;

  /** Length of an epoch. 2^16 * ONE a like at its end leaves room for 2^31 likes an item. */
  static final int HALF_LIVES_AN_EPOCH = 16;

  private final double halfLifeMillis;
  private final long epochMillis;

  /**
   * Creates a decay.
   *
   * @param halfLife time after which an event counts half, at least a second
   */
  public ForwardDecay(Duration halfLife) {
    if (halfLife.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("half-life must be at least a second, was " + halfLife);
    }
    this.halfLifeMillis = halfLife.toMillis();
    this.epochMillis = HALF_LIVES_AN_EPOCH * halfLife.toMillis();
  }

  /** Returns the epoch of an event at {@code atMillis} since 1970. */
  public long epoch(long atMillis) {
    return Math.floorDiv(atMillis, epochMillis);
  }

  /** Returns what an event at {@code atMillis} adds to the counter of its epoch, at least ONE. */
  public long amount(long atMillis) {
    long sinceStart = Math.floorMod(atMillis, epochMillis);
    return Math.round(Math.pow(2, sinceStart / halfLifeMillis) * ONE);
  }

  /** Returns what {@code millis} leave of a decayed number of events, above 0. */
  public double remaining(long millis) {
    return Math.pow(2, -millis / halfLifeMillis);
  }

  /** Returns the decayed number of events at {@code now}; {@code amounts} by epoch. */
  public double value(Map<Long, Long> amounts, Instant now) {
    double sum = 0;
    // In the order of the epochs: a map's own order, and with it the last bits, may change.
    for (long epoch : amounts.keySet().stream().mapToLong(Long::longValue).sorted().toArray()) {
      double age = now.toEpochMilli() - (double) epoch * epochMillis;
      sum += amounts.getOrDefault(epoch, 0L) * Math.pow(2, -age / halfLifeMillis);
    }
    return sum / ONE;
  }
}
