package io.lorecast.sequence;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A like, and what its user did before it.
 *
 * @param liked what was liked
 * @param before the events before it, newest first, at most a window
 * @param fromStart whether these are all the user had done: then the beginning is an event too, the
 *     oldest one
 * @param name names the like, and seeds what is drawn for it
 */
public record SequenceExample(ItemId liked, List<Step> before, boolean fromStart, String name) {

  /** How many of a user's last events tell what is liked next. */
  public static final int WINDOW = 20;

  /** What each newer event leaves of an older one's weight. */
  public static final float RECENCY = .9f;

  /** An event as the sequence sees it. */
  public record Step(ItemId item, Signal signal) {}

  public SequenceExample {
    before = List.copyOf(before);
  }

  /**
   * Returns the example that the entry {@code feedbackId} of {@code history} makes; empty if it is
   * not there, no like, or of an item that the user had met before. Later entries do not matter.
   */
  public static Optional<SequenceExample> of(UserHistory history, String feedbackId) {
    Set<ItemId> met = new HashSet<>();
    List<HistoryEntry> entries = history.entries();
    for (int position = 0; position < entries.size(); position++) {
      HistoryEntry entry = entries.get(position);
      boolean isNew = met.add(entry.item());
      if (entry.feedbackId().equals(feedbackId)) {
        return isNew && entry.signal() == Signal.LIKED
            ? Optional.of(of(entry, entries.subList(0, position)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static SequenceExample of(HistoryEntry like, List<HistoryEntry> before) {
    return new SequenceExample(like.item(), steps(before), isFromStart(before), like.feedbackId());
  }

  /** Returns the last {@link #WINDOW} of {@code entries}, newest first. */
  public static List<Step> steps(List<HistoryEntry> entries) {
    List<Step> steps = new ArrayList<>();
    for (int i = entries.size() - 1; i >= Math.max(0, entries.size() - WINDOW); i--) {
      steps.add(new Step(entries.get(i).item(), entries.get(i).signal()));
    }
    return steps;
  }

  /** Returns whether the beginning lies within the last {@link #WINDOW} of {@code entries}. */
  public static boolean isFromStart(List<HistoryEntry> entries) {
    return entries.size() < WINDOW;
  }
}
