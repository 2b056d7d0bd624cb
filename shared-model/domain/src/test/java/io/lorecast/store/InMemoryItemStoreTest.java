package io.lorecast.store;

class InMemoryItemStoreTest extends ItemStoreContract {

  private final ItemStore store = new InMemoryItemStore();

  @Override
  protected ItemStore store() {
    return store;
  }
}
