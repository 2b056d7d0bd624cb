package io.lorecast.store;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.PairIncrement;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been learned from feedback and is hot: user histories and item counters. Steps are
 * applied whole and once, whatever is delivered how often from where.
 */
public interface LearningStore {

  /** What became of a step. */
  enum Outcome {
    /** It was applied now. */
    APPLIED,
    /** An interaction with this id was applied before; nothing changed. */
    DUPLICATE,
    /** The user's history has moved on since it was read; nothing changed: read and try again. */
    CONFLICT
  }

  /** Emits the kept history of each user; an empty one for users who have done nothing. */
  Uni<Map<UserId, UserHistory>> histories(Collection<UserId> users);

  /**
   * Applies the steps in their order, each whole or not at all; emits one outcome for each. Each
   * applied step announces its item in the {@link ChangeFeed}, as counted.
   *
   * <p>Once a step of a user was not applied, no later step of that user in the list is: it was
   * computed as if the first one had been, and a revision that it finds as expected may be another
   * writer's.
   */
  Uni<List<Outcome>> apply(List<LearningStep> steps);

  /** Emits the items that {@code user} has met, ever. */
  Uni<Set<ItemId>> seen(UserId user);

  /** Emits the neighbour counters of each item; rows without counters are empty. */
  Uni<Map<ItemId, NeighbourRow>> neighbours(Collection<ItemId> rows);

  /** Emits the counters of each item; {@link ItemCounts#NONE} where there are none. */
  Uni<Map<ItemId, ItemCounts>> counts(Collection<ItemId> items);

  /**
   * Emits who liked each item last, the newest first, at most as many as this store keeps; none
   * where it keeps none, since who likes the same is nobody's business unless somebody says so.
   */
  Uni<Map<ItemId, List<UserId>>> likers(Collection<ItemId> items);

  /** Returns whether this store keeps likers at all. */
  boolean keepsLikers();

  /**
   * Forgets a user: drops the history, the seen items and the applied ids, and adds the (negative)
   * increments, all at once. Does nothing and emits false unless the user's revision is {@code
   * expectedRevision}.
   */
  Uni<Boolean> forget(
      UserId user, long expectedRevision, List<PairIncrement> pairs, List<CountIncrement> counts);
}
