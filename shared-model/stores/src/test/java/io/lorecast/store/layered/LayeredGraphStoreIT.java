package io.lorecast.store.layered;

import io.lorecast.store.GraphStore;
import io.lorecast.store.GraphStoreContract;
import io.lorecast.store.testing.TestStores;

class LayeredGraphStoreIT extends GraphStoreContract {

  private final GraphStore store = TestStores.empty().graph();

  @Override
  protected GraphStore store() {
    return store;
  }
}
