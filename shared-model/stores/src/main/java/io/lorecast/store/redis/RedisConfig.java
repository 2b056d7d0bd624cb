package io.lorecast.store.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Redis is used; where it is stands in {@code quarkus.redis.hosts}. */
@ConfigMapping(prefix = "lorecast.stores.redis")
public interface RedisConfig {

  /** How long one trip may take before Redis counts as down. */
  @WithDefault("PT2S")
  Duration timeout();

  /** How long an encoded text is remembered. */
  @WithDefault("P30D")
  Duration encodedKept();

  /**
   * How many of the users who liked an item last are kept with it, for users-like-me and audience;
   * 0 keeps none. After a change, rebuild the hot state.
   */
  @WithDefault("0")
  int likersKept();
}
