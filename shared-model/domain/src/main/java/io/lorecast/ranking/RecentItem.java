package io.lorecast.ranking;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item that a user met, once however often they met it: at the place of the newest time, with
 * the newest opinion. Views and clicks never undo a like; a dislike does.
 */
record RecentItem(ItemId item, Signal signal) {

  /** Events before the last so many no longer bear on a ranking. */
  private static final int LOOKED_AT = 256;

  /** Returns the items of {@code history}, newest first, at most {@code most}. */
  static List<RecentItem> of(UserHistory history, int most) {
    Map<ItemId, Opinion> opinions = new LinkedHashMap<>();
    List<HistoryEntry> entries = history.entries();
    int oldest = Math.max(0, entries.size() - LOOKED_AT);
    for (int i = entries.size() - 1; i >= oldest; i--) {
      HistoryEntry entry = entries.get(i);
      Opinion newer = opinions.get(entry.item());
      if (newer == null) {
        if (opinions.size() < most) {
          opinions.put(entry.item(), Opinion.of(entry));
        }
      } else if (newer == Opinion.NONE) {
        opinions.put(entry.item(), Opinion.of(entry));
      }
    }
    List<RecentItem> items = new ArrayList<>(opinions.size());
    opinions.forEach((item, opinion) -> items.add(new RecentItem(item, opinion.signal())));
    return items;
  }

  private enum Opinion {
    LIKES,
    DISLIKES,
    NONE;

    static Opinion of(HistoryEntry entry) {
      if (entry.signal() == Signal.LIKED) {
        return LIKES;
      }
      return entry.weight() < 0 ? DISLIKES : NONE;
    }

    Signal signal() {
      return this == LIKES ? Signal.LIKED : Signal.OTHER;
    }
  }
}
