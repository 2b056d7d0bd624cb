package io.lorecast.store.layered;

import io.lorecast.store.SequenceStore;
import io.lorecast.store.SequenceStoreContract;
import io.lorecast.store.testing.TestStores;

class LayeredSequenceStoreIT extends SequenceStoreContract {

  private final SequenceStore store = TestStores.empty().sequence();

  @Override
  protected SequenceStore store() {
    return store;
  }
}
