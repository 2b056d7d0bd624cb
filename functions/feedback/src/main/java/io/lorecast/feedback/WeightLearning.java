package io.lorecast.feedback;

import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Signal;
import io.lorecast.model.Interaction;
import io.lorecast.ranking.BlendTrainer;
import io.lorecast.store.WeightStore;
import io.lorecast.store.WeightStore.StoredWeights;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Learns online how much each term of the score counts. A few likes of each group are enough, and
 * one that is lost does no harm, so nothing here ever fails the feedback it looks at.
 */
@Singleton
class WeightLearning {

  private static final Logger LOG = Logger.getLogger(WeightLearning.class);

  /** So that looking at a group never takes longer than learning from it. */
  private static final int EXAMPLES_A_GROUP = 2;

  private final LikeExamples examples;
  private final WeightStore store;
  private final BlendTrainer trainer;
  private final InteractionWeights kinds;

  // Groups come one after the other, so one thread at a time is here.
  private BlendGradient gradient = new BlendGradient();

  WeightLearning(
      LikeExamples examples, WeightStore store, BlendTrainer trainer, InteractionWeights kinds) {
    this.examples = examples;
    this.store = store;
    this.trainer = trainer;
    this.kinds = kinds;
  }

  /** Looks at {@code group}, which has not been learned from yet; never fails. */
  Uni<Void> observe(List<Interaction> group) {
    List<Interaction> likes =
        group.stream()
            .filter(interaction -> kinds.entry(interaction).signal() == Signal.LIKED)
            .limit(EXAMPLES_A_GROUP)
            .toList();
    return likes.isEmpty()
        ? Uni.createFrom().voidItem()
        : store
            .current()
            .map(found -> found.orElseGet(() -> start()))
            .chain(current -> observe(likes, current))
            .onFailure()
            .invoke(failure -> LOG.debug("likes were not looked at", failure))
            .onFailure()
            .recoverWithNull();
  }

  private static StoredWeights start() {
    return StoredWeights.of(0, BlendWeights.start());
  }

  private Uni<Void> observe(List<Interaction> likes, StoredWeights current) {
    BlendWeights weights = current.blend();
    return Multi.createFrom()
        .iterable(likes)
        .onItem()
        .transformToUniAndConcatenate(like -> examples.add(like, gradient, weights))
        .collect()
        .last()
        .chain(() -> trainer.isDue(gradient) ? step(current) : Uni.createFrom().voidItem());
  }

  /** Another process may have stepped meanwhile; then this one's likes wait for its next step. */
  private Uni<Void> step(StoredWeights current) {
    BlendWeights next = trainer.step(current.blend(), gradient);
    return store
        .save(StoredWeights.of(current.revision() + 1, next))
        .invoke(
            saved -> {
              if (saved) {
                gradient = new BlendGradient();
              }
            })
        .replaceWithVoid();
  }
}
