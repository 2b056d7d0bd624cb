package io.lorecast.importer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps account of the parcels of a section, which are answered in any order: only what has no
 * unanswered parcel before it is done. Rejects are told in file order, and none is told twice when
 * an import goes on later. Any thread may use it.
 */
final class Ledger {

  private final Map<Long, Outcome> waiting = new HashMap<>();
  private final Consumer<Reject> rejects;
  private Progress done;
  private long nextParcel;
  private long answeredLines;

  /**
   * Creates a ledger.
   *
   * @param earlier what an earlier import of the same file had done
   * @param rejects is told each line that was not taken
   */
  Ledger(Progress earlier, Consumer<Reject> rejects) {
    this.done = earlier;
    this.answeredLines = earlier.lines();
    this.rejects = rejects;
  }

  /**
   * Enters what became of a parcel.
   *
   * @param parcel its number, from 0
   */
  synchronized void enter(long parcel, Outcome outcome) {
    waiting.put(parcel, outcome);
    answeredLines += outcome.lines();
    Outcome next = waiting.remove(nextParcel);
    while (next != null) {
      next.rejects().stream().sorted(Comparator.comparingLong(Reject::line)).forEach(rejects);
      done = done.plus(next);
      next = waiting.remove(++nextParcel);
    }
  }

  /** Returns how far the section is: the lines before the first parcel without an answer. */
  synchronized Progress done() {
    return done;
  }

  /** Returns how many lines have been answered, in any place. */
  synchronized long answeredLines() {
    return answeredLines;
  }
}
