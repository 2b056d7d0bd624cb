package io.lorecast.store;

class InMemoryEntityStoreTest extends EntityStoreContract {

  private final EntityStore store = new InMemoryEntityStore();

  @Override
  protected EntityStore store() {
    return store;
  }
}
