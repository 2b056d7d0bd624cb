package io.lorecast.feedback;

import io.lorecast.assembly.NeighbourRows;
import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.BlendTrainer;
import io.lorecast.ranking.Ranker;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.UserState;
import io.lorecast.store.UserStates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;

/** Makes examples for the blend weights: a like, as it stood before it was learned from. */
@Singleton
class LikeExamples {

  private final CatalogueReplica replica;
  private final UserStates users;
  private final NeighbourRows rows;
  private final Ranker ranker;
  private final BlendTrainer trainer;

  LikeExamples(
      CatalogueReplica replica,
      UserStates users,
      NeighbourRows rows,
      Ranker ranker,
      BlendTrainer trainer) {
    this.replica = replica;
    this.users = users;
    this.rows = rows;
    this.ranker = ranker;
    this.trainer = trainer;
  }

  /** Adds {@code like} to {@code gradient}, unless its user has met the item before. */
  Uni<Void> add(Interaction like, BlendGradient gradient, BlendWeights weights) {
    return replica
        .refresh()
        .chain(() -> users.hot(like.user()))
        .chain(
            user ->
                user.seen().contains(like.item())
                    ? Uni.createFrom().voidItem()
                    : rows.of(ranker.rowsWanted(user.history()))
                        .invoke(found -> add(like, user, found, gradient, weights))
                        .replaceWithVoid());
  }

  private void add(
      Interaction like,
      UserState user,
      Map<ItemId, NeighbourRow> found,
      BlendGradient gradient,
      BlendWeights weights) {
    trainer
        .in(like.context())
        .add(
            gradient,
            weights,
            user.history(),
            found,
            user.seen(),
            like.item(),
            replica.catalogue(),
            like.at(),
            // Seeded by the event, so that a replay draws the same items.
            RandomGeneratorFactory.of("L64X128MixRandom").create(like.feedbackId().hashCode()));
  }
}
