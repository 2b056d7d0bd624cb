package io.lorecast.importer;

import java.time.Duration;

/**
 * How often and how soon an event is sent again that was not answered, or answered with a status
 * that passes.
 *
 * @param attempts how often it is sent at most, at least 1
 * @param first the wait after the first attempt; each later one is twice as long, give or take half
 * @param longest no wait is longer, unless the receiver asks for it
 */
record RetryTimes(int attempts, Duration first, Duration longest) {

  /** Waits for about a minute in all. */
  static final RetryTimes PATIENT =
      new RetryTimes(10, Duration.ofMillis(200), Duration.ofSeconds(10));
}
