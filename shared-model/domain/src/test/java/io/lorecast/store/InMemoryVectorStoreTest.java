package io.lorecast.store;

import io.lorecast.model.ItemId;

class InMemoryVectorStoreTest extends VectorStoreContract {

  private final VectorStore<ItemId> store = new InMemoryVectorStore<>();

  @Override
  protected VectorStore<ItemId> store() {
    return store;
  }
}
