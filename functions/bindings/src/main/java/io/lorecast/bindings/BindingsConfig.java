package io.lorecast.bindings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How functions are reached over HTTP. */
@ConfigMapping(prefix = "lorecast.http")
interface BindingsConfig {

  /** Whether other machines may call without a key. Only behind something that asks for one. */
  @WithDefault("false")
  boolean open();

  /** The most events a batch may have. */
  @WithDefault("1000")
  int maxBatch();

  /** How many events of one batch are in functions at the same time. */
  @WithDefault("32")
  int batchConcurrency();
}
