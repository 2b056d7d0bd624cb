package io.lorecast.store.layered;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the stores are reached; Redis itself by {@code quarkus.redis.*}. */
@ConfigMapping(prefix = "lorecast.stores")
public interface StoresConfig {

  /** Where DynamoDB is; absent for the one of the region. */
  Optional<URI> dynamodbEndpoint();

  /** The region of DynamoDB; absent for what the environment says. */
  Optional<String> region();

  /** Whether DynamoDB is a local one that takes any credentials: then it is given dummy ones. */
  @WithDefault("false")
  boolean local();

  /** What the names of all tables start with. */
  @WithDefault("lorecast-")
  String tablePrefix();

  /** Whether to create, at the start, the tables that are not there. */
  @WithDefault("false")
  boolean createTables();

  /** How long one request to DynamoDB may take, its repetitions included. */
  @WithDefault("PT20S")
  Duration dynamodbTimeout();

  /** How long one trip to Redis may take before it counts as down. */
  @WithDefault("PT2S")
  Duration redisTimeout();

  /** How long an encoded text is remembered. */
  @WithDefault("P30D")
  Duration encodedKept();
}
