package io.lorecast.store.dynamodb;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How DynamoDB is reached. */
@ConfigMapping(prefix = "lorecast.stores.dynamodb")
public interface DynamoConfig {

  /** Where DynamoDB is; absent for the one of the region. */
  Optional<URI> endpoint();

  /** The region; absent for what the environment says. */
  Optional<String> region();

  /**
   * Whether it is a local one, which takes any credentials and has no region: then give dummies.
   */
  @WithDefault("false")
  boolean local();

  /** What the names of all tables start with. */
  @WithDefault("lorecast-")
  String tablePrefix();

  /** Whether to create, at the start, the tables that are not there. */
  @WithDefault("false")
  boolean createTables();

  /** How long one request may take, its repetitions included. */
  @WithDefault("PT20S")
  Duration timeout();
}
