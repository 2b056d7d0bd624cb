package io.lorecast.learning;

import java.time.Duration;

/**
 * The constants of {@link Learner}. Changing one makes the counters already stored incomparable:
 * rebuild them from the log.
 *
 * @param window how many of a user's events before and after an event are its neighbours, at least
 *     1
 * @param nearness what each step of distance leaves of a pair's amount, in (0, 1)
 * @param popularityHalfLife time after which a like counts half for popularity
 * @param trendHalfLife time after which a like counts half for trend
 */
public record LearnerSettings(
    int window, double nearness, Duration popularityHalfLife, Duration trendHalfLife) {

  public LearnerSettings {
    if (window < 1) {
      throw new IllegalArgumentException("window must be at least 1, was " + window);
    }
    if (!(nearness > 0 && nearness < 1)) {
      throw new IllegalArgumentException("nearness must be in (0, 1), was " + nearness);
    }
  }

  /** Returns the shipped constants. */
  public static LearnerSettings defaults() {
    return new LearnerSettings(20, .9, Duration.ofDays(21), Duration.ofDays(2));
  }
}
