package io.lorecast.recommend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What can be set of recommend-request. */
@ConfigMapping(prefix = "lorecast.recommend-request")
public interface RecommendConfig {

  /** How many items an answer has if the request does not say, 1 to 100. */
  @WithDefault("10")
  int k();

  /**
   * How much a list is spread if the request does not say, 0 (by score alone) to 1; searches and
   * similar items are not.
   */
  @WithDefault("0.5")
  double diversity();

  /**
   * How much of a group's score the least content member decides if the request does not say, 0
   * (the mean of all) to 1 (that member alone).
   */
  @WithDefault("0.5")
  double misery();

  /** How words that are searched for become vectors. */
  Encoder encoder();

  /** Where the encode-query function is. */
  interface Encoder {

    /** Its address; without one, a search must bring a vector. */
    Optional<URI> url();

    /** How long one try may take; there are two. */
    @WithDefault("2s")
    Duration timeout();
  }
}
