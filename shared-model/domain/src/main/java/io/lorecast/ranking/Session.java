package io.lorecast.ranking;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody looked at in the session that a request comes from, folded into their history for
 * that request: as the views that they are where likes are known, and as likes where they are all
 * that is known.
 */
final class Session {

  private Session() {}

  /** Returns whether what was looked at speaks for a user of {@code history}, who liked nothing. */
  static boolean speaksFor(UserHistory history, List<ItemId> viewed) {
    return !viewed.isEmpty()
        && history.entries().stream().noneMatch(entry -> entry.signal() == Signal.LIKED);
  }

  /** Returns {@code history} followed by {@code viewed}, oldest first. */
  static UserHistory fold(UserHistory history, List<ItemId> viewed) {
    if (viewed.isEmpty()) {
      return history;
    }
    Signal signal = speaksFor(history, viewed) ? Signal.LIKED : Signal.OTHER;
    List<HistoryEntry> entries = new ArrayList<>(history.entries());
    long last = entries.isEmpty() ? 0 : entries.getLast().atMillis();
    for (int i = 0; i < viewed.size(); i++) {
      entries.add(new HistoryEntry("session " + i, viewed.get(i), signal, 0, last + 1 + i));
    }
    return new UserHistory(history.user(), history.revision(), entries);
  }
}
