package io.lorecast.feedback;

import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Signal;
import io.lorecast.model.Interaction;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.LearningStore.Outcome;
import io.lorecast.store.LikeFeed;
import io.lorecast.store.LikeFeed.Like;
import io.lorecast.store.SequenceWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Hands likes to the one who learns the sequence term, and is that one where the lease falls to
 * this process. A round makes the next group wait for some tens of milliseconds, once in hundreds
 * of likes; what fails never fails the feedback, and is tried again with the next likes.
 */
@Singleton
class SequenceLearning {

  private static final Logger LOG = Logger.getLogger(SequenceLearning.class);

  private final LikeFeed feed;
  private final SequenceWriter writer;
  private final CatalogueReplica replica;
  private final InteractionWeights kinds;
  private final Clock clock;

  // Groups come one after the other, so one thread at a time is here.
  private int waiting;

  SequenceLearning(
      LikeFeed feed,
      SequenceWriter writer,
      CatalogueReplica replica,
      InteractionWeights kinds,
      Clock clock) {
    this.feed = feed;
    this.writer = writer;
    this.replica = replica;
    this.kinds = kinds;
    this.clock = clock;
  }

  /** Takes up the likes of {@code group} that were applied now; never fails. */
  Uni<Void> observe(List<Interaction> group, List<Outcome> outcomes) {
    List<Like> likes = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Interaction one = group.get(i);
      if (outcomes.get(i) == Outcome.APPLIED && kinds.entry(one).signal() == Signal.LIKED) {
        likes.add(new Like(one.user(), one.feedbackId()));
      }
    }
    return likes.isEmpty()
        ? Uni.createFrom().voidItem()
        : feed.append(likes)
            .chain(() -> learnIfDue(likes.size()))
            .onFailure()
            .invoke(failure -> LOG.warnf("the sequence term was not learned: %s", failure))
            .onFailure()
            .recoverWithNull();
  }

  private Uni<Void> learnIfDue(int likes) {
    waiting += likes;
    if (waiting < SequenceWriter.LEAST_LIKES) {
      return Uni.createFrom().voidItem();
    }
    waiting = 0;
    return replica
        .refresh()
        .emitOn(Infrastructure.getDefaultWorkerPool()) // learning must not hold an event loop
        .chain(() -> writer.round(clock.instant(), replica.catalogue().ids()))
        .invoke(learned -> LOG.debugf("a round of the sequence term took %d likes", learned))
        .replaceWithVoid();
  }
}
