package io.lorecast.bindings.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are taken from Kafka; where it is stands in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "lorecast.kafka")
interface KafkaConfig {

  /** How many events are in functions at the same time; those with the same key never are. */
  @WithDefault("64")
  int lanes();

  /** How often an event is tried that a bug fails, before it is a dead letter; at least 2. */
  @WithDefault("3")
  int tries();

  /** How long to wait before the second try; each further wait is twice as long. */
  @WithDefault("PT0.1S")
  Duration firstWait();

  /** The longest wait between tries, reached while a store is down. */
  @WithDefault("PT10S")
  Duration longestWait();
}
