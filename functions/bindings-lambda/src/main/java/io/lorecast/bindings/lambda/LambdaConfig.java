package io.lorecast.bindings.lambda;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How functions run on Lambda. */
@ConfigMapping(prefix = "lorecast.lambda")
interface LambdaConfig {

  /** How many records of one invocation are in functions at the same time. */
  @WithDefault("32")
  int concurrency();
}
