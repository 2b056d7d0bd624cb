package io.lorecast.store;

class InMemoryTimedEdgeStoreTest extends TimedEdgeStoreContract {

  private final TimedEdgeStore store = new InMemoryTimedEdgeStore();

  @Override
  protected TimedEdgeStore store() {
    return store;
  }
}
