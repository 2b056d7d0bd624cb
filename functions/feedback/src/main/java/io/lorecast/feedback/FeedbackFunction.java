package io.lorecast.feedback;

import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ProfileUpdated;
import io.lorecast.model.Interaction;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.LearningStore.Outcome;
import io.quarkus.funqy.Context;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Learns from one interaction, at once and once: feedback in, profile-updated out.
 *
 * <p>The log comes first and is never skipped. If anything fails after it, the event is delivered
 * again: the log replaces the interaction by itself, and the learner applies it if it had not.
 */
@Singleton
public class FeedbackFunction {

  private final GroupCommit<Interaction, Interaction> log;
  private final GroupCommit<Interaction, Outcome> learning;
  private final Clock clock;

  FeedbackFunction(
      GroupCommit<Interaction, Interaction> log,
      GroupCommit<Interaction, Outcome> learning,
      Clock clock) {
    this.log = log;
    this.learning = learning;
    this.clock = clock;
  }

  /** Logs the interaction, then learns from it. */
  @Funq("feedback")
  public Uni<ProfileUpdated> onFeedback(
      FeedbackReceived feedback, @Context @Nullable CloudEvent<?> event) {
    Interaction interaction = FeedbackMapper.toInteraction(feedback, sentAt(event));
    return log.submit(interaction)
        .chain(learning::submit)
        .map(outcome -> FeedbackMapper.toProfileUpdated(interaction, outcome));
  }

  private Instant sentAt(@Nullable CloudEvent<?> event) {
    OffsetDateTime time = event == null ? null : event.time();
    return time == null ? clock.instant() : time.toInstant();
  }
}
