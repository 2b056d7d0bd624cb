package io.lorecast.itemadded;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.ItemStore;
import io.lorecast.store.VectorStores;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Takes the place of the real stores where a test says nothing else. */
final class InMemoryStores {

  @Produces
  @Singleton
  ItemStore items() {
    return new InMemoryItemStore();
  }

  @Produces
  @Singleton
  VectorStores vectors() {
    return InMemoryVectorStore.spaces();
  }

  @Produces
  @Singleton
  ChangeFeed changes() {
    return new InMemoryChangeFeed();
  }
}
