package io.lorecast.store.redis;

import io.lorecast.store.RefreshQueue;
import io.lorecast.store.RefreshQueueContract;
import io.lorecast.store.testing.TestStores;

class RedisRefreshQueueIT extends RefreshQueueContract {

  private final RefreshQueue queue = TestStores.empty().refreshes();

  @Override
  protected RefreshQueue queue() {
    return queue;
  }
}
