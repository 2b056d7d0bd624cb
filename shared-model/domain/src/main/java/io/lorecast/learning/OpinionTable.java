package io.lorecast.learning;

import java.util.Arrays;

/**
 * The last opinion of each user on each item, packed: an open-addressed table of 24 bytes a slot.
 * It doubles when three quarters are taken, and then holds the old slots and the new ones: 32 to 64
 * bytes an opinion, 96 while it grows. Mutable; belongs to one thread.
 */
final class OpinionTable {

  /** Sees one opinion. */
  interface Visitor {
    void see(int slot, int user, int item);
  }

  private static final long FREE = -1;
  private static final int LEAST_SLOTS = 1 << 10;

  /** User in the upper half, item in the lower. */
  private long[] pairs = freeSlots(LEAST_SLOTS);

  private long[] times = new long[LEAST_SLOTS];

  /** Orders opinions of the same time; the lowest bit says whether it is a like. */
  private long[] ties = new long[LEAST_SLOTS];

  private int size;

  /** Returns how many pairs of a user and an item there are. */
  int size() {
    return size;
  }

  /** Adds an opinion; of two on the same pair, the later one, or that of the greater tie, stays. */
  void add(int user, int item, long atMillis, long tie, boolean likes) {
    put((long) user << Integer.SIZE | item, atMillis, tie & ~1L | (likes ? 1 : 0));
  }

  private void put(long pair, long time, long tie) {
    int slot = slot(pairs, pair);
    boolean known = pairs[slot] == pair;
    if (known && isOlder(time, tie, slot)) {
      return;
    }
    pairs[slot] = pair;
    times[slot] = time;
    ties[slot] = tie;
    if (!known && ++size > pairs.length / 4 * 3) {
      rebuild(pairs.length * 2, old -> pairs[old]);
    }
  }

  private boolean isOlder(long time, long tie, int slot) {
    return time < times[slot]
        || (time == times[slot] && Long.compareUnsigned(tie >>> 1, ties[slot] >>> 1) <= 0);
  }

  boolean likes(int slot) {
    return (ties[slot] & 1) == 1;
  }

  long atMillis(int slot) {
    return times[slot];
  }

  /** Returns what orders opinions of the same time, as an unsigned number. */
  long tie(int slot) {
    return ties[slot] >>> 1;
  }

  /** Makes the opinion in {@code slot} no like. */
  void clearLike(int slot) {
    ties[slot] &= ~1L;
  }

  /** Shows every opinion, in no order that means anything. */
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < pairs.length; slot++) {
      if (pairs[slot] != FREE) {
        visitor.see(slot, (int) (pairs[slot] >>> Integer.SIZE), (int) pairs[slot]);
      }
    }
  }

  /**
   * Keeps the opinions of some users alone.
   *
   * @param renumbered the new number of each user, -1 for one to be dropped
   */
  void keepUsers(int[] renumbered) {
    rebuild(
        pairs.length,
        slot -> {
          int user = renumbered[(int) (pairs[slot] >>> Integer.SIZE)];
          return user < 0 ? FREE : (long) user << Integer.SIZE | (int) pairs[slot] & 0xffffffffL;
        });
  }

  private interface NewPair {
    long of(int slot);
  }

  private void rebuild(int slots, NewPair renamed) {
    long[] newPairs = freeSlots(slots);
    long[] newTimes = new long[slots];
    long[] newTies = new long[slots];
    size = 0;
    for (int slot = 0; slot < pairs.length; slot++) {
      long pair = pairs[slot] == FREE ? FREE : renamed.of(slot);
      if (pair != FREE) {
        int to = slot(newPairs, pair);
        newPairs[to] = pair;
        newTimes[to] = times[slot];
        newTies[to] = ties[slot];
        size++;
      }
    }
    pairs = newPairs;
    times = newTimes;
    ties = newTies;
  }

  /** Returns where {@code pair} is, or the free slot where it belongs. */
  private static int slot(long[] pairs, long pair) {
    int slot = (int) StableHash.mixed(pair) & (pairs.length - 1);
    while (pairs[slot] != FREE && pairs[slot] != pair) {
      slot = (slot + 1) & (pairs.length - 1);
    }
    return slot;
  }

  private static long[] freeSlots(int slots) {
    long[] pairs = new long[slots];
    Arrays.fill(pairs, FREE);
    return pairs;
  }
}
