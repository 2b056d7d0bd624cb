package io.lorecast.learning;

import io.lorecast.model.Interaction;
import java.util.Objects;

/**
 * How much each kind of interaction says about a user's taste: -1 (dislikes) to 1 (likes).
 *
 * <p>A rating of s stars weighs (s - 3) / 2: 5 stars 1, 4 stars .5, 3 stars 0, 1 star -1. A dwell
 * of t seconds weighs {@code dwell * min(1, t / dwellSeconds)}.
 *
 * @param view weight of a view, in [-1, 1]
 * @param click weight of a click, in [-1, 1]
 * @param like weight of a like, in [-1, 1]
 * @param dislike weight of a dislike, in [-1, 1]
 * @param purchase weight of a purchase, in [-1, 1]
 * @param dwell weight of a dwell that lasts {@code dwellSeconds} or longer, in [-1, 1]
 * @param dwellSeconds seconds after which longer dwelling says no more, above 0
 * @param likedFrom the least weight that counts as {@link Signal#LIKED}, in (0, 1]
 */
public record InteractionWeights(
    float view,
    float click,
    float like,
    float dislike,
    float purchase,
    float dwell,
    float dwellSeconds,
    float likedFrom) {

  private static final float MIDDLE_STARS = 3;
  private static final float HALF_STAR_RANGE = 2;

  public InteractionWeights {
    requireWeight("view", view);
    requireWeight("click", click);
    requireWeight("like", like);
    requireWeight("dislike", dislike);
    requireWeight("purchase", purchase);
    requireWeight("dwell", dwell);
    if (!(dwellSeconds > 0)) {
      throw new IllegalArgumentException("dwellSeconds must be above 0, was " + dwellSeconds);
    }
    if (!(likedFrom > 0 && likedFrom <= 1)) {
      throw new IllegalArgumentException("likedFrom must be in (0, 1], was " + likedFrom);
    }
  }

  /** Returns the shipped weights. */
  public static InteractionWeights defaults() {
    return new InteractionWeights(.1f, .2f, 1f, -1f, 1f, .5f, 60f, .5f);
  }

  /** Returns the weight of {@code interaction}, in [-1, 1]. */
  public float weight(Interaction interaction) {
    return switch (interaction.kind()) {
      case VIEW -> view;
      case CLICK -> click;
      case LIKE -> like;
      case DISLIKE -> dislike;
      case PURCHASE -> purchase;
      case RATING -> (value(interaction) - MIDDLE_STARS) / HALF_STAR_RANGE;
      case DWELL -> dwell * Math.min(1, value(interaction) / dwellSeconds);
    };
  }

  /** Returns {@code interaction} as a history keeps it. */
  public HistoryEntry entry(Interaction interaction) {
    float weight = weight(interaction);
    Signal signal = weight >= likedFrom ? Signal.LIKED : Signal.OTHER;
    return new HistoryEntry(
        interaction.feedbackId(),
        interaction.item(),
        signal,
        weight,
        interaction.at().toEpochMilli());
  }

  private static float value(Interaction interaction) {
    return Objects.requireNonNull(interaction.value()).floatValue();
  }

  private static void requireWeight(String kind, float weight) {
    if (!(weight >= -1 && weight <= 1)) {
      throw new IllegalArgumentException(kind + " must be -1 to 1, was " + weight);
    }
  }
}
