package io.lorecast.ranking;

import io.lorecast.learning.ForwardDecay;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * The popularity and trend terms of every slot at one moment, log((decayed likes + floor) / floor),
 * so that they are 0 for an item nobody likes. Time moves in ticks of 1/256 of the shorter
 * half-life: a tick changes a term by less than .003, and most requests find the terms computed.
 *
 * <p>A tick costs a logarithm a term: the decayed likes are kept as of the start of a block of
 * ticks, and all of them age by one factor. Blocks and ticks follow from the time alone, so that
 * every process has the same terms, bit for bit.
 */
final class Popularity {

  private static final long TICKS_A_HALF_LIFE = 256;

  /** So many that they rarely change, so few that no factor comes near what a double can hold. */
  private static final long TICKS_A_BLOCK = 16 * TICKS_A_HALF_LIFE;

  private static final long NEVER = Long.MIN_VALUE;

  private final ForwardDecay slow;
  private final ForwardDecay fast;
  private final float floor;
  private final long tickMillis;
  private long tick = NEVER;
  private long block = NEVER;
  private double slowFactor;
  private double fastFactor;
  private ItemCounts[] counts = new ItemCounts[0];
  private double[] slowLikes = new double[0];
  private double[] fastLikes = new double[0];
  int[] events = new int[0];
  int[] likes = new int[0];
  float[] popularity = new float[0];
  float[] trend = new float[0];

  Popularity(LearnerSettings settings, float floor) {
    this.slow = new ForwardDecay(settings.popularityHalfLife());
    this.fast = new ForwardDecay(settings.trendHalfLife());
    this.floor = floor;
    long shorter =
        Math.min(settings.popularityHalfLife().toMillis(), settings.trendHalfLife().toMillis());
    this.tickMillis = Math.max(1, shorter / TICKS_A_HALF_LIFE);
  }

  boolean isAt(Instant now) {
    return tickOf(now) == tick;
  }

  void at(Instant now, int slots) {
    tick = tickOf(now);
    long before = block;
    block = Math.floorDiv(tick, TICKS_A_BLOCK);
    long age = (tick - block * TICKS_A_BLOCK) * tickMillis;
    slowFactor = slow.remaining(age) / floor;
    fastFactor = fast.remaining(age) / floor;
    for (int slot = 0; slot < slots; slot++) {
      if (block != before) {
        decay(slot);
      }
      compute(slot);
    }
  }

  void ensure(int slots) {
    if (counts.length < slots) {
      int before = counts.length;
      int length = Math.max(slots, before + before / 2);
      counts = Arrays.copyOf(counts, length);
      Arrays.fill(counts, before, length, ItemCounts.NONE);
      slowLikes = Arrays.copyOf(slowLikes, length);
      fastLikes = Arrays.copyOf(fastLikes, length);
      events = Arrays.copyOf(events, length);
      likes = Arrays.copyOf(likes, length);
      popularity = Arrays.copyOf(popularity, length);
      trend = Arrays.copyOf(trend, length);
    }
  }

  void set(int slot, ItemCounts of) {
    counts[slot] = of;
    events[slot] = (int) Math.clamp(of.events(), 0, Integer.MAX_VALUE);
    likes[slot] = (int) Math.clamp(of.likes(), 0, Integer.MAX_VALUE);
    if (tick != NEVER) {
      decay(slot);
      compute(slot);
    }
  }

  void clear(int slot) {
    set(slot, ItemCounts.NONE);
  }

  /** Returns the counters of {@code slot}. */
  ItemCounts counts(int slot) {
    return counts[slot];
  }

  /** Returns how many likes {@code amounts}, by epoch, have decayed to by now. */
  double likes(Map<Long, Long> amounts) {
    return Math.max(0, slow.value(amounts, Instant.ofEpochMilli(tick * tickMillis)));
  }

  float floor() {
    return floor;
  }

  private void decay(int slot) {
    Instant at = Instant.ofEpochMilli(block * TICKS_A_BLOCK * tickMillis);
    slowLikes[slot] = Math.max(0, slow.value(counts[slot].popularity(), at));
    fastLikes[slot] = Math.max(0, fast.value(counts[slot].trend(), at));
  }

  private void compute(int slot) {
    popularity[slot] = term(slowLikes[slot] * slowFactor);
    trend[slot] = term(fastLikes[slot] * fastFactor);
  }

  /** log(1 + x), not log1p(x): several times as fast, and exact enough above the floor. */
  private static float term(double likes) {
    return likes == 0 ? 0 : (float) Math.log(1 + likes);
  }

  private long tickOf(Instant now) {
    return Math.floorDiv(now.toEpochMilli(), tickMillis);
  }
}
