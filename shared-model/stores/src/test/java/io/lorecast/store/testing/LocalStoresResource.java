package io.lorecast.store.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real stores for a {@code @QuarkusTest}: annotate it with
 * {@code @QuarkusTestResource(LocalStoresResource.class)}. The servers are those of {@link
 * LocalServers}; each application that is started has a tenant of its own, and so empty stores.
 */
public final class LocalStoresResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.redis.hosts",
        LocalServers.redisUri(),
        "lorecast.stores.dynamodb.endpoint",
        LocalServers.dynamoEndpoint().toString(),
        "lorecast.stores.region",
        "local",
        "lorecast.stores.dynamodb.local",
        "true",
        "lorecast.stores.dynamodb.table-prefix",
        LocalServers.TABLE_PREFIX,
        "lorecast.stores.dynamodb.create-tables",
        "true",
        "lorecast.tenant",
        LocalServers.newTenant());
  }

  /** Leaves the servers to the next application of this process; they end with it. */
  @Override
  public void stop() {}
}
