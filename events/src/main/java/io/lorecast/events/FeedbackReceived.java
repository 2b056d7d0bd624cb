package io.lorecast.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.feedback.v1}: a user did something with an item. Sent by front ends.
 *
 * @param feedbackId names the event; one that was applied is not applied again
 * @param userId who did it
 * @param itemId with what
 * @param kind view, click, like, dislike, rating, purchase or dwell
 * @param value stars 1 to 5 for a rating, seconds for dwell, else absent
 * @param occurredAt when; if absent the event's time, else the time of arrival
 * @param context on what device, when in the day and where
 */
public record FeedbackReceived(
    String feedbackId,
    String userId,
    String itemId,
    String kind,
    @Nullable Double value,
    @Nullable Instant occurredAt,
    @Nullable EventContext context) {

  /** Creates an event that says nothing of its context. */
  public FeedbackReceived(
      String feedbackId,
      String userId,
      String itemId,
      String kind,
      @Nullable Double value,
      @Nullable Instant occurredAt) {
    this(feedbackId, userId, itemId, kind, value, occurredAt, null);
  }
}
