package io.lorecast.bindings.aws;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What of AWS a function uses. Region and credentials are those of the environment. */
@ConfigMapping(prefix = "lorecast.aws")
interface AwsConfig {

  /** The EventBridge bus that follow-on events go to; without one they are replies alone. */
  Optional<String> eventBus();
}
