package io.lorecast.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Waits for what a store emits. */
public final class Answer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Answer() {}

  /** Returns what {@code uni} emits. */
  public static <T> T of(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  /** Returns all that {@code multi} emits. */
  public static <T> List<T> of(Multi<T> multi) {
    return multi.collect().asList().await().atMost(PATIENCE);
  }
}
