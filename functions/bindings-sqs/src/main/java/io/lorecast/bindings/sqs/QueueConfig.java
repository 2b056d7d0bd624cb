package io.lorecast.bindings.sqs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * The SQS queue that events are taken from. Region and credentials are those of the environment.
 */
@ConfigMapping(prefix = "lorecast.sqs")
interface QueueConfig {

  /** Its URL; without one, events come over HTTP alone. */
  Optional<String> url();

  /** How many messages are in functions at the same time. */
  @WithDefault("10")
  int concurrency();
}
