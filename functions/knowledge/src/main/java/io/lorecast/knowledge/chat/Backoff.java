package io.lorecast.knowledge.chat;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;

/** How long to wait before asking again: what the server asks for, or twice as long each time. */
final class Backoff implements CustomBackoffStrategy {

  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.next = first;
    this.longest = longest;
  }

  @Override
  public long nextDelayInMillis(Throwable failure) {
    Duration own = next;
    next = own.multipliedBy(2);
    Duration wanted =
        Causes.find(failure, HttpFailure.class).flatMap(HttpFailure::retryAfter).orElse(own);
    return wanted.compareTo(longest) > 0 ? longest.toMillis() : wanted.toMillis();
  }
}
