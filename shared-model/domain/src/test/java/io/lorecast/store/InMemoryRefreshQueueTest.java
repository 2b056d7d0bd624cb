package io.lorecast.store;

class InMemoryRefreshQueueTest extends RefreshQueueContract {

  private final RefreshQueue queue = new InMemoryRefreshQueue();

  @Override
  protected RefreshQueue queue() {
    return queue;
  }
}
