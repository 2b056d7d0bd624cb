package io.lorecast.learning;

import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import java.util.Comparator;

/**
 * One interaction as a user's history keeps it. Histories are in the order of time, then of
 * feedbackId, whatever order the events arrived in.
 *
 * @param feedbackId names the interaction
 * @param weight how strong the signal is, in [-1, 1]; negative for a dislike
 * @param atMillis when it happened, milliseconds since 1970-01-01T00:00Z
 */
public record HistoryEntry(
    String feedbackId, ItemId item, Signal signal, float weight, long atMillis)
    implements Comparable<HistoryEntry> {

  private static final Comparator<HistoryEntry> ORDER =
      Comparator.comparingLong(HistoryEntry::atMillis).thenComparing(HistoryEntry::feedbackId);

  public HistoryEntry {
    if (!(weight >= -1 && weight <= 1)) {
      throw new InvalidEventException("weight", "must be -1 to 1, was " + weight);
    }
  }

  @Override
  public int compareTo(HistoryEntry other) {
    return ORDER.compare(this, other);
  }
}
