package io.lorecast.store.layered;

import io.lorecast.store.WeightStore;
import io.lorecast.store.WeightStoreContract;
import io.lorecast.store.testing.TestStores;

class LayeredWeightStoreIT extends WeightStoreContract {

  private final WeightStore store = TestStores.empty().weights();

  @Override
  protected WeightStore store() {
    return store;
  }
}
