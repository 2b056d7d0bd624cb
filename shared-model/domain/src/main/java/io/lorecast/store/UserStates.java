package io.lorecast.store;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what users did: hot where it is whole, else from the log, which is slower and the same. */
public final class UserStates {

  private final LearningStore hot;
  private final FeedbackLog log;
  private final InteractionWeights weights;

  /** Creates a reader. */
  public UserStates(LearningStore hot, FeedbackLog log, InteractionWeights weights) {
    this.hot = hot;
    this.log = log;
    this.weights = weights;
  }

  /** Emits what {@code user} did, from the hot state. */
  public Uni<UserState> hot(UserId user) {
    return Uni.combine()
        .all()
        .unis(hot.histories(Set.of(user)), hot.seen(user))
        .with(
            (histories, seen) ->
                new UserState(histories.getOrDefault(user, UserHistory.empty(user)), seen));
  }

  /** Emits what {@code user} did, from the log. */
  public Uni<UserState> logged(UserId user) {
    return log.ofUser(user).map(interactions -> state(user, interactions));
  }

  private UserState state(UserId user, List<Interaction> interactions) {
    Set<ItemId> seen = new HashSet<>();
    interactions.forEach(interaction -> seen.add(interaction.item()));
    List<HistoryEntry> entries = interactions.stream().map(weights::entry).sorted().toList();
    int surplus = Math.max(0, entries.size() - UserHistory.KEPT);
    UserHistory history =
        new UserHistory(user, entries.size(), entries.subList(surplus, entries.size()));
    return new UserState(history, seen);
  }
}
