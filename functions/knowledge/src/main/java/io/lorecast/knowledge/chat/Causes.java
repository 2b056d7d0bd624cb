package io.lorecast.knowledge.chat;

import java.util.Optional;
import java.util.stream.Stream;

/** What lies behind a failure. */
final class Causes {

  private static final int DEEPEST = 20;

  private Causes() {}

  /** Returns the first of {@code failure} and its causes that is a {@code type}. */
  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
