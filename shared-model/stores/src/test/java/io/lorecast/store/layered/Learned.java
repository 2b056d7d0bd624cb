package io.lorecast.store.layered;

import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.Answer;
import io.lorecast.store.LearningStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that was learned from some interactions, to be compared bit for bit. */
record Learned(
    Map<UserId, UserHistory> histories,
    Map<UserId, Set<ItemId>> seen,
    Map<ItemId, ItemCounts> counts,
    Map<ItemId, NeighbourRow> rows,
    Map<ItemId, List<UserId>> likers) {

  static Learned of(LearningStore store, Collection<Interaction> interactions) {
    Set<UserId> users = interactions.stream().map(Interaction::user).collect(Collectors.toSet());
    Set<ItemId> items = interactions.stream().map(Interaction::item).collect(Collectors.toSet());
    Map<UserId, Set<ItemId>> seen = new HashMap<>();
    users.forEach(user -> seen.put(user, Answer.of(store.seen(user))));
    return new Learned(
        Answer.of(store.histories(users)),
        seen,
        Answer.of(store.counts(items)),
        Answer.of(store.neighbours(items)),
        Answer.of(store.likers(items)));
  }
}
