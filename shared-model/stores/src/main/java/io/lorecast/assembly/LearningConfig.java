package io.lorecast.assembly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What can be set of learning. The same for all functions of a deployment; after a change of {@link
 * Weight}, the half-lives or the window, rebuild the hot state from the log.
 */
@ConfigMapping(prefix = "lorecast.learning")
public interface LearningConfig {

  /** How much each kind of interaction says, -1 (dislikes) to 1 (likes). */
  Weight weight();

  /** The least weight that counts as a like, above 0 and at most 1. */
  @WithDefault("0.5")
  float likedFrom();

  /** How many of a user's events before and after an event are its neighbours. */
  @WithDefault("20")
  int window();

  /** What each step of distance leaves of a pair's amount, above 0 and below 1. */
  @WithDefault("0.9")
  double nearness();

  /** After which time a like counts half for popularity. */
  @WithDefault("21d")
  Duration popularityHalfLife();

  /** After which time a like counts half for trend. */
  @WithDefault("2d")
  Duration trendHalfLife();

  /**
   * Whether what is liked after what is learned, by one process at a time, and counts in the score.
   */
  @WithDefault("false")
  boolean sequence();

  /** The weights by kind; a rating of s stars weighs (s - 3) / 2. */
  interface Weight {

    /** Weight of a view. */
    @WithDefault("0.1")
    float view();

    /** Weight of a click. */
    @WithDefault("0.2")
    float click();

    /** Weight of a like. */
    @WithDefault("1")
    float like();

    /** Weight of a dislike. */
    @WithDefault("-1")
    float dislike();

    /** Weight of a purchase. */
    @WithDefault("1")
    float purchase();

    /** Weight of a dwell of {@link #dwellSeconds} or longer; shorter ones weigh in proportion. */
    @WithDefault("0.5")
    float dwell();

    /** Seconds after which longer dwelling says no more. */
    @WithDefault("60")
    float dwellSeconds();
  }
}
