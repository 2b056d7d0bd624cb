package io.lorecast.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An edge that stands for a time only.
 *
 * @param from the first moment at which it stands; empty if it always has
 * @param until the first moment after {@code from} at which it does not; empty if it always will
 */
public record TimedEdge(Edge edge, Optional<Instant> from, Optional<Instant> until) {

  public TimedEdge {
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      throw new InvalidEventException(
          "validUntil", "must be after validFrom, %s, was %s".formatted(from.get(), until.get()));
    }
  }

  /** Returns whether the edge stands at {@code now}. */
  public boolean standsAt(Instant now) {
    return from.filter(now::isBefore).isEmpty()
        && until.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** Returns when it begins or ceases to stand next after {@code now}; empty if it does neither. */
  public Optional<Instant> nextAfter(Instant now) {
    return Stream.of(from, until).flatMap(Optional::stream).filter(now::isBefore).findFirst();
  }

  /** Returns this edge with other ends, at the same times. */
  public TimedEdge withEdge(Edge other) {
    return new TimedEdge(other, from, until);
  }
}
