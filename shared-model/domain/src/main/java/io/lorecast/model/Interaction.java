package io.lorecast.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one user did with one item, once: as the log keeps it.
 *
 * @param feedbackId names the event, unique for ever; two interactions with the same id are the
 *     same one, delivered again
 * @param value stars 1 to 5 for a rating, seconds above 0 for dwell, null for every other kind
 * @param at when it happened, whole milliseconds
 * @param context what surrounded it
 */
public record Interaction(
    String feedbackId,
    UserId user,
    ItemId item,
    InteractionKind kind,
    @Nullable Double value,
    Instant at,
    Context context) {

  /** Creates an interaction of whose context nothing is known. */
  public Interaction(
      String feedbackId,
      UserId user,
      ItemId item,
      InteractionKind kind,
      @Nullable Double value,
      Instant at) {
    this(feedbackId, user, item, kind, value, at, Context.NONE);
  }

  public Interaction {
    Identifiers.require("feedbackId", feedbackId);
    if (kind.hasValue() != (value != null)) {
      throw new InvalidEventException(
          "value",
          kind.hasValue()
              ? "must be given for " + kind.wireName()
              : "must be absent for " + kind.wireName() + ", was " + value);
    }
    if (kind == InteractionKind.RATING && value != null && !(value >= 1 && value <= 5)) {
      throw new InvalidEventException("value", "must be 1 to 5 for rating, was " + value);
    }
    if (kind == InteractionKind.DWELL && value != null && !(value > 0 && value <= 86_400)) {
      throw new InvalidEventException(
          "value", "must be above 0 and at most 86400 seconds for dwell, was " + value);
    }
    at = Instant.ofEpochMilli(at.toEpochMilli());
  }
}
