package io.lorecast.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of ranking; the other constants are in RankingSettings. */
@ConfigMapping(prefix = "lorecast.ranking")
public interface RankingConfig {

  /** Head start of items that few have met; 0 turns it off. */
  @WithDefault("1")
  float boost();
}
