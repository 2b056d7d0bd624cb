package io.lorecast.kgupdated;

import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.redis.RedisKeys;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NeighbourRefreshIT {

  private final GraphWorld world = new GraphWorld(Settings.SMALL, WorldStores.of(stores()));

  @Test
  void changesFromManyThreadsLeaveNoStaleVectorInRealStores() throws Exception {
    RandomChanges.fromThreads(8, 25, world);

    world.settle();
    world.assertFresh();
  }

  private static Stores stores() {
    String tenant = LocalServers.newTenant();
    return new Stores(
        new Dynamo(Clients.dynamo(), tenant),
        Clients.TABLES,
        Clients.redis(),
        new RedisKeys(tenant),
        Duration.ofDays(1));
  }
}
