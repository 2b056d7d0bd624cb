package io.lorecast.ranking;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a few items with few events into a list: the best of them by score and boost, each no lower
 * than its boost brings it, but none to the first place and the others spread over the first
 * twenty. So a short list holds few of them, and a longer list begins with the shorter one. An item
 * gets no more of its boost than its place takes, so scores still fall from place to place.
 */
final class NewItemLane {

  /** The first place is for what is known to be liked. */
  private static final int FIRST = 2;

  private static final int SPREAD = 20;

  /** So much below the place above that rounding in a sum of terms does not turn the two. */
  private static final double BELOW = 1e-4;

  private final List<Selection.Chosen> lifted;
  private final boolean[] listed;
  private int taken;

  /**
   * Creates a lane.
   *
   * @param lifted with all of their boost, best first
   */
  NewItemLane(List<Selection.Chosen> lifted) {
    this.lifted = lifted;
    this.listed = new boolean[lifted.size()];
  }

  /**
   * Returns the lane merged into {@code best}; both come best first. Of an item in both, the better
   * place counts.
   *
   * @param most at most so many items
   */
  List<Selection.Chosen> mergedInto(List<Selection.Chosen> best, int most) {
    List<Selection.Chosen> list = new ArrayList<>();
    for (Selection.Chosen plain : best) {
      for (int lift = next(); isDue(lift, list.size() + 1, plain); lift = next()) {
        take(lift, list);
      }
      int lift = inLane(plain);
      if (lift < 0) {
        list.add(plain);
      } else if (!listed[lift]) {
        listed[lift] = true;
        list.add(plain);
      }
    }
    return list.subList(0, Math.min(most, list.size()));
  }

  private int next() {
    int lift = 0;
    while (lift < listed.length && listed[lift]) {
      lift++;
    }
    return lift;
  }

  private boolean isDue(int lift, int place, Selection.Chosen plain) {
    return lift < listed.length
        && place >= FIRST + taken * SPREAD / listed.length
        && lifted.get(lift).score() > plain.score();
  }

  private void take(int lift, List<Selection.Chosen> list) {
    list.add(lifted.get(lift).loweredTo(list.getLast().score() - BELOW));
    listed[lift] = true;
    taken++;
  }

  /** Returns where {@code plain} is in the lane, or -1. */
  private int inLane(Selection.Chosen plain) {
    for (int lift = 0; lift < listed.length; lift++) {
      if (lifted.get(lift).slot() == plain.slot()) {
        return lift;
      }
    }
    return -1;
  }
}
