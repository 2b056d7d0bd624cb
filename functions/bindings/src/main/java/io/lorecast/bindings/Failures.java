package io.lorecast.bindings;

import io.lorecast.model.InvalidEventException;
import io.lorecast.store.StoreException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever went wrong into a problem: 400 for what cannot be meant, so that no bus delivers
 * it again; 503 where a store cannot answer and 500 for the rest, so that a bus does. Only the
 * latter two are logged, once, and without data.
 */
final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final int FRAMES = 8;

  private Failures() {}

  /** Returns {@code failure} as a problem to answer with. */
  static Problem problemOf(Throwable failure) {
    RefusedException refused = refused(failure);
    if (refused != null) {
      return Problem.of(refused);
    }
    LOG.error("event failed: " + describe(failure));
    return find(failure, StoreException.class) != null
        ? Problem.of(503, "Store unavailable", "A store cannot answer now; send it again later.")
        : Problem.of(500, "Internal error", "The function failed; the log says why.");
  }

  /** Returns why {@code failure} refuses the event for good, or empty if it does not. */
  static Optional<String> refusal(Throwable failure) {
    return Optional.ofNullable(refused(failure)).map(RefusedException::detail);
  }

  private static @Nullable RefusedException refused(Throwable failure) {
    RefusedException refused = find(failure, RefusedException.class);
    InvalidEventException invalid = find(failure, InvalidEventException.class);
    return refused != null || invalid == null
        ? refused
        : RefusedException.invalid(fieldOf(invalid), problemOf(invalid));
  }

  private static String fieldOf(InvalidEventException invalid) {
    String field = invalid.field();
    return field.equals("data") || field.startsWith("data.") ? field : "data." + field;
  }

  private static String problemOf(InvalidEventException invalid) {
    String message = Optional.ofNullable(invalid.getMessage()).orElse("");
    String start = invalid.field() + " ";
    return message.startsWith(start) ? message.substring(start.length()) : message;
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  /**
   * Returns the kinds of failure and where they arose. Messages are left out, since they may quote
   * data, but for those of stores, which say what was being done.
   */
  private static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = new HashSet<>();
    for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
      text.append(seen.size() == 1 ? "" : System.lineSeparator() + "caused by ");
      text.append(at instanceof StoreException ? at.toString() : at.getClass().getName());
      StackTraceElement[] frames = at.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append(System.lineSeparator()).append("\tat ").append(frames[i]);
      }
    }
    return text.toString();
  }
}
