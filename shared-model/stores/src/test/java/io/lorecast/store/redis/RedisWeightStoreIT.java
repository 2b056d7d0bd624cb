package io.lorecast.store.redis;

import io.lorecast.store.WeightStore;
import io.lorecast.store.WeightStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisWeightStoreIT extends WeightStoreContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final WeightStore store = new RedisWeightStore(Clients.redis(), keys);

  @Override
  protected WeightStore store() {
    return store;
  }
}
