package io.lorecast.store;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.PairIncrement;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store where, once, another writer learns from the same user between read and write. */
final class OvertakenOnce implements LearningStore {

  private final LearningStore store;
  private final LearningWriter other;
  private boolean overtaken;

  OvertakenOnce(LearningStore store, LearningWriter other) {
    this.store = store;
    this.other = other;
  }

  @Override
  public Uni<List<Outcome>> apply(List<LearningStep> steps) {
    if (!overtaken) {
      overtaken = true;
      UserId user = steps.get(0).user();
      Interaction like =
          new Interaction(
              "overtaking",
              user,
              new ItemId("item-5"),
              InteractionKind.LIKE,
              null,
              Instant.ofEpochSecond(1_600_000_000));
      other.learn(List.of(like)).await().indefinitely();
    }
    return store.apply(steps);
  }

  @Override
  public Uni<Map<UserId, UserHistory>> histories(Collection<UserId> users) {
    return store.histories(users);
  }

  @Override
  public Uni<Set<ItemId>> seen(UserId user) {
    return store.seen(user);
  }

  @Override
  public Uni<Map<ItemId, NeighbourRow>> neighbours(Collection<ItemId> rows) {
    return store.neighbours(rows);
  }

  @Override
  public Uni<Map<ItemId, ItemCounts>> counts(Collection<ItemId> items) {
    return store.counts(items);
  }

  @Override
  public Uni<Map<ItemId, List<UserId>>> likers(Collection<ItemId> items) {
    return store.likers(items);
  }

  @Override
  public boolean keepsLikers() {
    return store.keepsLikers();
  }

  @Override
  public Uni<Boolean> forget(
      UserId user, long revision, List<PairIncrement> pairs, List<CountIncrement> counts) {
    return store.forget(user, revision, pairs, counts);
  }
}
