package io.lorecast.recommend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of recommend-request. */
@ConfigMapping(prefix = "lorecast.recommend-request")
public interface RecommendConfig {

  /** How many items an answer has if the request does not say, 1 to 100. */
  @WithDefault("10")
  int k();

  /** How much a list is spread if the request does not say, 0 (by score alone) to 1. */
  @WithDefault("0.3")
  double diversity();
}
