package io.lorecast.store;

class InMemoryModelStoreTest extends ModelStoreContract {

  private final ModelStore store = new InMemoryModelStore();

  @Override
  protected ModelStore store() {
    return store;
  }
}
