package io.lorecast.store.redis;

import io.lorecast.store.LikeFeed;
import io.lorecast.store.LikeFeedContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class RedisLikeFeedIT extends LikeFeedContract {

  private final RedisKeys keys = new RedisKeys(LocalServers.newTenant());
  private final LikeFeed feed = new RedisLikeFeed(Clients.redis(), keys);

  @Override
  protected LikeFeed feed() {
    return feed;
  }
}
