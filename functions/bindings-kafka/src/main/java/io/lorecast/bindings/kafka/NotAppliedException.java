package io.lorecast.bindings.kafka;

import io.lorecast.bindings.Outcome;

/** An event that was not applied, with the reason as its message. */
final class NotAppliedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean refused;
  private final boolean postponed;

  NotAppliedException(Outcome outcome) {
    super(outcome.reason().orElse("applied"), null, false, false);
    this.refused = outcome.isRefused();
    this.postponed = outcome.isPostponed();
  }

  /** Returns whether another try may end otherwise, though no store was at fault. */
  static boolean isBug(Throwable failure) {
    return failure instanceof NotAppliedException other && !other.refused && !other.postponed;
  }

  /** Returns whether a store could not answer. */
  static boolean isPostponed(Throwable failure) {
    return failure instanceof NotAppliedException other && other.postponed;
  }
}
