package io.lorecast.store;

class InMemoryGraphStoreTest extends GraphStoreContract {

  private final GraphStore store = new InMemoryGraphStore();

  @Override
  protected GraphStore store() {
    return store;
  }
}
