package io.lorecast.store;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who liked each item last; whatever the order in which the likes came. */
final class InMemoryLikers {

  private static final Comparator<Map.Entry<UserId, Long>> NEWEST_FIRST =
      Map.Entry.<UserId, Long>comparingByValue(Comparator.reverseOrder())
          .thenComparing(like -> like.getKey().value(), Comparator.reverseOrder());

  private final int kept;
  private final Map<ItemId, Map<UserId, Long>> likes = new HashMap<>();

  InMemoryLikers(int kept) {
    this.kept = kept;
  }

  int kept() {
    return kept;
  }

  void add(UserId user, HistoryEntry entry) {
    if (kept == 0 || entry.signal() != Signal.LIKED) {
      return;
    }
    Map<UserId, Long> likers = likes.computeIfAbsent(entry.item(), item -> new HashMap<>());
    likers.merge(user, entry.atMillis(), Math::max);
    if (likers.size() > kept) {
      likers.remove(of(entry.item(), kept + 1).getLast());
    }
  }

  void remove(UserId user) {
    likes.values().forEach(likers -> likers.remove(user));
  }

  List<UserId> of(ItemId item) {
    return of(item, kept);
  }

  private List<UserId> of(ItemId item, int most) {
    return likes.getOrDefault(item, Map.of()).entrySet().stream()
        .sorted(NEWEST_FIRST)
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
