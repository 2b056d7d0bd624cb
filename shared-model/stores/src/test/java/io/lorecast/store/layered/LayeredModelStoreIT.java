package io.lorecast.store.layered;

import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStoreContract;
import io.lorecast.store.testing.TestStores;

class LayeredModelStoreIT extends ModelStoreContract {

  private final ModelStore store = TestStores.empty().model();

  @Override
  protected ModelStore store() {
    return store;
  }
}
