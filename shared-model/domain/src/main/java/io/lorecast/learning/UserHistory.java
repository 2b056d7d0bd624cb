package io.lorecast.learning;

import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a user did lately, oldest first, without two entries of the same feedbackId.
 *
 * @param revision how many interactions of this user have ever been applied; a writer that read
 *     this revision may only write if it is still the current one
 * @param entries in ascending order; the store keeps the latest {@link #KEPT}
 */
public record UserHistory(UserId user, long revision, List<HistoryEntry> entries) {

  /** How many entries of a user are kept. Later ones than this change the counters exactly. */
  public static final int KEPT = 1_000;

  public UserHistory {
    entries = List.copyOf(entries);
  }

  /** Returns the history of a user who has done nothing yet. */
  public static UserHistory empty(UserId user) {
    return new UserHistory(user, 0, List.of());
  }

  /** Returns where {@code entry} belongs among the entries, from 0 to their number. */
  public int positionOf(HistoryEntry entry) {
    int found = Collections.binarySearch(entries, entry);
    return found >= 0 ? found : -found - 1;
  }

  /** Returns whether an interaction with this id is among the entries. */
  public boolean contains(String feedbackId) {
    return entries.stream().anyMatch(entry -> entry.feedbackId().equals(feedbackId));
  }

  /** Returns this history as if the user had never met {@code item}; the revision stays. */
  public UserHistory without(ItemId item) {
    List<HistoryEntry> others =
        entries.stream().filter(entry -> !entry.item().equals(item)).toList();
    return new UserHistory(user, revision, others);
  }

  /** Returns this history after {@code entry}: in its place, one revision on, at most KEPT long. */
  public UserHistory with(HistoryEntry entry) {
    List<HistoryEntry> grown = new ArrayList<>(entries);
    grown.add(positionOf(entry), entry);
    int surplus = Math.max(0, grown.size() - KEPT);
    return new UserHistory(user, revision + 1, grown.subList(surplus, grown.size()));
  }
}
