package io.lorecast.bindings.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What of AWS a function uses. Region and credentials are those of the environment. */
@ConfigMapping(prefix = "lorecast.aws")
interface AwsConfig {

  /** The EventBridge bus that follow-on events go to; without one they are replies alone. */
  Optional<String> eventBus();

  /** The URL of the SQS queue that events are taken from; not for Lambda, which does it itself. */
  Optional<String> queue();

  /** How many messages are in functions at the same time. */
  @WithDefault("10")
  int concurrency();
}
