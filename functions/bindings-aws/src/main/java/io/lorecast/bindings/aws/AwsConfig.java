package io.lorecast.bindings.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What of AWS a function uses. Region and credentials are those of the environment. */
@ConfigMapping(prefix = "lorecast.aws")
interface AwsConfig {

  /** The EventBridge bus that follow-on events go to; without one they are replies alone. */
  Optional<String> eventBus();

  /**
   * The URL of the queue of dead letters beside the queue that events come from; without one, that
   * queue moves there itself what was not applied, and says no reason.
   */
  Optional<String> deadLetters();

  /** How often the queue that events come from delivers a message, its maxReceiveCount. */
  @WithDefault("3")
  int tries();
}
