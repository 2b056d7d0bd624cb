package io.lorecast.store.redis;

import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisModelStoreIT extends ModelStoreContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final ModelStore store = new RedisModelStore(Clients.redis(), keys);

  @Override
  protected ModelStore store() {
    return store;
  }
}
