package io.lorecast.store.layered;

import io.lorecast.model.ItemId;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStoreContract;
import io.lorecast.store.testing.TestStores;

class LayeredVectorStoreIT extends VectorStoreContract {

  private final VectorStore<ItemId> store = TestStores.empty().vectors().content("s");

  @Override
  protected VectorStore<ItemId> store() {
    return store;
  }
}
