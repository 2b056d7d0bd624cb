package io.lorecast.feedback;

import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.LearningStore;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that was learned about the users and items of some interactions. */
record Learned(
    Map<UserId, UserHistory> histories,
    Map<UserId, Set<ItemId>> seen,
    Map<ItemId, ItemCounts> counts,
    Map<ItemId, NeighbourRow> rows) {

  static Learned of(LearningStore store, Collection<Interaction> interactions) {
    Set<UserId> users = interactions.stream().map(Interaction::user).collect(Collectors.toSet());
    Set<ItemId> items = interactions.stream().map(Interaction::item).collect(Collectors.toSet());
    return new Learned(
        store.histories(users).await().indefinitely(),
        users.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), user -> store.seen(user).await().indefinitely())),
        store.counts(items).await().indefinitely(),
        store.neighbours(items).await().indefinitely());
  }
}
