package io.lorecast.modelrefresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of model-refresh. */
@ConfigMapping(prefix = "lorecast.model-refresh")
public interface ModelRefreshConfig {

  /** Start of the random numbers: the same record with the same seed gives the same model. */
  @WithDefault("1")
  long seed();

  /** Whether to learn how much each view and each encoder counts in the content. */
  @WithDefault("true")
  boolean learnFusion();
}
