package io.lorecast.recommend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of recommend-request. */
@ConfigMapping(prefix = "lorecast.recommend-request")
public interface RecommendConfig {

  /** How many items an answer has if the request does not say, 1 to 100. */
  @WithDefault("10")
  int k();

  /** How much a list is spread if the request does not say, 0 (by score alone) to 1. */
  @WithDefault("0.3")
  double diversity();

  /** How old the neighbour counters of an item may be; the user's own history never is. */
  @WithDefault("5s")
  Duration neighboursFor();

  /** The neighbour counters of how many items are kept in the process. */
  @WithDefault("20000")
  int neighboursKept();
}
