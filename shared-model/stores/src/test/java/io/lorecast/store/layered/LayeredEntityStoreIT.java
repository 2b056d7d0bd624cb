package io.lorecast.store.layered;

import io.lorecast.store.EntityStore;
import io.lorecast.store.EntityStoreContract;
import io.lorecast.store.testing.TestStores;

class LayeredEntityStoreIT extends EntityStoreContract {

  private final EntityStore store = TestStores.empty().entities();

  @Override
  protected EntityStore store() {
    return store;
  }
}
