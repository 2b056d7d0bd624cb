package io.lorecast.store.redis;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.LearningStore;
import io.lorecast.store.LearningStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisLearningStoreIT extends LearningStoreContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final LearningStore store = new RedisLearningStore(Clients.redis(), keys, LIKERS_KEPT);
  private final ChangeFeed feed = new RedisChangeFeed(Clients.redis(), keys);

  @Override
  protected LearningStore store() {
    return store;
  }

  @Override
  protected ChangeFeed feed() {
    return feed;
  }
}
