package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.RankRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request that can be meant.
 *
 * @param requestId names the request, made up where it did not bring one
 * @param rank what it asks of a ranking, but for what the users have met
 * @param cursor what was answered before
 */
record Asked(
    String requestId, RecommendRequest request, Task task, RankRequest rank, Cursor cursor) {

  /** Returns for whom it is asked; nobody for somebody unknown. */
  List<UserId> users() {
    if (request.userIds() != null) {
      return request.userIds().stream().map(UserId::new).toList();
    }
    return Optional.ofNullable(request.userId()).map(UserId::new).stream().toList();
  }

  /** Returns the item that the answer must be like, empty if taste decides. */
  Optional<ItemId> similarTo() {
    return Optional.ofNullable(request.similarTo()).map(ItemId::new);
  }

  /** Returns the item whose audience is asked for, if that is what is. */
  Optional<ItemId> audienceOf() {
    return Optional.ofNullable(request.itemId()).map(ItemId::new);
  }

  /** Returns what to ask of the ranking for users who have met {@code met}. */
  RankRequest rank(Set<ItemId> met) {
    if (Boolean.TRUE.equals(request.includeSeen())) {
      return rank;
    }
    Set<ItemId> seen = new HashSet<>(met);
    seen.addAll(rank.session());
    return rank.withSeen(seen);
  }
}
