package io.lorecast.feedback;

import io.lorecast.events.EventContext;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ProfileUpdated;
import io.lorecast.model.Context;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.LearningStore.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judges feedback events and turns them into domain values. */
final class FeedbackMapper {

  private FeedbackMapper() {}

  /**
   * Returns the interaction that {@code event} reports.
   *
   * @param sentAt stands in where the data do not say when it happened
   * @throws InvalidEventException if the event cannot be meant
   */
  static Interaction toInteraction(FeedbackReceived event, Instant sentAt) {
    Instant at = event.occurredAt() == null ? sentAt : event.occurredAt();
    return new Interaction(
        event.feedbackId(),
        new UserId(event.userId()),
        new ItemId(event.itemId()),
        InteractionKind.of(event.kind()),
        event.value(),
        at,
        toContext(event.context(), at));
  }

  private static Context toContext(@Nullable EventContext given, Instant at) {
    if (given == null) {
      return Context.NONE;
    }
    try {
      return Context.of(given.device(), given.hour(), given.timeZone(), given.region(), at);
    } catch (InvalidEventException invalid) {
      throw invalid.within("context");
    }
  }

  /** Returns what to tell of {@code interaction}. */
  static ProfileUpdated toProfileUpdated(Interaction interaction, Outcome outcome) {
    return new ProfileUpdated(
        interaction.feedbackId(),
        interaction.user().value(),
        outcome == Outcome.APPLIED ? "applied" : "duplicate");
  }
}
