package io.lorecast.store.redis;

import io.lorecast.model.ItemId;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisVectorStoreIT extends VectorStoreContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final VectorStore<ItemId> store =
      new RedisVectorStore<>(Clients.redis(), keys, "content", ItemId::value, ItemId::new);

  @Override
  protected VectorStore<ItemId> store() {
    return store;
  }
}
