package io.lorecast.store.testing;

import io.lorecast.learning.LearnerSettings;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.CatalogueSources;
import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.dynamodb.GroupWrites;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.redis.RedisKeys;
import java.time.Duration;
import java.util.Objects;

/** Whole sets of stores on the {@link LocalServers}. */
public final class TestStores {

  private TestStores() {}

  /** Returns the stores of a tenant that nobody else uses. */
  public static Stores empty() {
    String tenant = LocalServers.newTenant();
    return of(tenant, tenant);
  }

  /**
   * Returns the stores of the application that runs beside this test, on {@link
   * LocalStoresResource}.
   */
  public static Stores ofApplication() {
    return of(tenantOfApplication(), tenantOfApplication());
  }

  /** Returns the tenant of the application that runs beside this test. */
  public static String tenantOfApplication() {
    return Objects.requireNonNull(System.getProperty(LocalStoresResource.TENANT));
  }

  /** Returns the stores of the tenant {@code recorded}, their hot state that of {@code hot}. */
  public static Stores of(String recorded, String hot) {
    return of(recorded, hot, Clients.redis());
  }

  /** Returns a copy of the catalogue as the functions that rank keep one. */
  public static CatalogueReplica reader(Stores stores) {
    return new CatalogueReplica(
        new CatalogueSources(
            stores.items(),
            stores.vectors(),
            stores.graph(),
            stores.learning(0),
            stores.model(),
            stores.changes()),
        LearnerSettings.defaults(),
        RankingSettings.defaults());
  }

  /**
   * Returns the stores of the tenant {@code recorded} over the Redis that {@code redis} reaches.
   */
  public static Stores of(String recorded, String hot, RedisCommands redis) {
    return new Stores(
        new Dynamo(Clients.dynamo(), recorded, GroupWrites.BATCH),
        Clients.TABLES,
        redis,
        new RedisKeys(hot),
        Duration.ofDays(1));
  }
}
