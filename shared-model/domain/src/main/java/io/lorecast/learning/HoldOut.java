package io.lorecast.learning;

import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes last likes out of opinions. */
record HoldOut(OpinionTable opinions, Numbers<UserId> users, Numbers<ItemId> items) {

  private record Like(int slot, ItemId item, long atMillis, long tie) {
    static final Comparator<Like> ORDER =
        Comparator.comparingLong(Like::atMillis).thenComparing(Like::tie, Long::compareUnsigned);
  }

  /** Takes the last like of each user of {@code chosen} who has two or more. */
  List<HeldOutLike> lastLikes(int[] chosen) {
    Map<Integer, List<Like>> likes = new HashMap<>();
    Arrays.stream(chosen).forEach(user -> likes.put(user, new ArrayList<>()));
    opinions.forEach(
        (slot, user, item) -> {
          List<Like> ofUser = likes.get(user);
          if (ofUser != null && opinions.likes(slot)) {
            ofUser.add(
                new Like(slot, items.name(item), opinions.atMillis(slot), opinions.tie(slot)));
          }
        });
    List<HeldOutLike> heldOut = new ArrayList<>();
    for (int user : chosen) {
      List<Like> ordered = likes.getOrDefault(user, List.of());
      if (ordered.size() >= 2) {
        ordered.sort(Like.ORDER);
        opinions.clearLike(ordered.getLast().slot());
        heldOut.add(heldOut(users.name(user), ordered));
      }
    }
    return heldOut;
  }

  private static HeldOutLike heldOut(UserId user, List<Like> ordered) {
    List<HistoryEntry> before = new ArrayList<>();
    int first = Math.max(0, ordered.size() - 1 - UserHistory.KEPT);
    for (Like like : ordered.subList(first, ordered.size() - 1)) {
      // A place in the order stands for the feedbackId, which the table does not keep.
      String place = "%09d".formatted(before.size());
      before.add(new HistoryEntry(place, like.item(), Signal.LIKED, 1, like.atMillis()));
    }
    return new HeldOutLike(new UserHistory(user, before.size(), before), ordered.getLast().item());
  }
}
