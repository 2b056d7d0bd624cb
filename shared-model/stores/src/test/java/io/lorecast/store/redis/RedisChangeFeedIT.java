package io.lorecast.store.redis;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ChangeFeedContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisChangeFeedIT extends ChangeFeedContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final ChangeFeed feed = new RedisChangeFeed(Clients.redis(), keys);

  @Override
  protected ChangeFeed feed() {
    return feed;
  }
}
