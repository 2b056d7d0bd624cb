package io.lorecast.kgupdated;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.GraphStore;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryGraphStore;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.ItemStore;
import io.lorecast.store.VectorStores;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Stands in for the real stores. */
final class InMemoryStores {

  @Produces
  @Singleton
  ItemStore items() {
    return new InMemoryItemStore();
  }

  @Produces
  @Singleton
  GraphStore graph() {
    return new InMemoryGraphStore();
  }

  @Produces
  @Singleton
  VectorStores vectors() {
    return InMemoryVectorStore.spaces();
  }

  @Produces
  @Singleton
  ChangeFeed feed() {
    return new InMemoryChangeFeed();
  }
}
