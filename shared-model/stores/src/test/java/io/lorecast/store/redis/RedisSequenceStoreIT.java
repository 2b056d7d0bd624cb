package io.lorecast.store.redis;

import io.lorecast.store.SequenceStore;
import io.lorecast.store.SequenceStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisSequenceStoreIT extends SequenceStoreContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final SequenceStore store = new RedisSequenceStore(Clients.redis(), keys);

  @Override
  protected SequenceStore store() {
    return store;
  }
}
