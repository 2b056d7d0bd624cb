package io.lorecast.store.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real stores for a {@code @QuarkusTest} or {@code @QuarkusIntegrationTest}: annotate it with
 * {@code @QuarkusTestResource(LocalStoresResource.class)}. The servers are those of {@link
 * LocalServers}; each application that is started has a tenant of its own, and so empty stores. A
 * test that runs beside the application, and so has nothing injected, looks into them by {@link
 * TestStores#ofApplication}.
 */
public final class LocalStoresResource implements QuarkusTestResourceLifecycleManager {

  /** The key of the tenant; Quarkus makes it a system property of the test. */
  static final String TENANT = "lorecast.tenant";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.redis.hosts",
        LocalServers.redisUri(),
        "lorecast.stores.dynamodb.endpoint",
        LocalServers.dynamoEndpoint().toString(),
        "lorecast.stores.dynamodb.local",
        "true",
        "lorecast.stores.dynamodb.table-prefix",
        LocalServers.TABLE_PREFIX,
        "lorecast.stores.dynamodb.create-tables",
        "true",
        TENANT,
        LocalServers.newTenant());
  }

  /** Leaves the servers to the next application of this process; they end with it. */
  @Override
  public void stop() {}
}
