package io.lorecast.kgupdated;

import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityStore;
import io.lorecast.store.GraphStore;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryEntityStore;
import io.lorecast.store.InMemoryGraphStore;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryModelStore;
import io.lorecast.store.InMemoryRefreshQueue;
import io.lorecast.store.InMemoryTimedEdgeStore;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.InMemoryVectorStores;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.TimedEdgeStore;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.layered.Stores;

/** Everything that the graph functions read and write. */
record WorldStores(
    ItemStore items,
    GraphStore graph,
    EntityStore entities,
    TimedEdgeStore times,
    VectorStores vectors,
    ModelStore models,
    ChangeFeed feed,
    RefreshQueue queue) {

  /** Returns stores that forget everything with the process. */
  static WorldStores inMemory() {
    return inMemory(new InMemoryVectorStore<>());
  }

  /** Returns stores in memory, of which {@code neighbours} holds the neighbour vectors. */
  static WorldStores inMemory(VectorStore<ItemId> neighbours) {
    return new WorldStores(
        new InMemoryItemStore(),
        new InMemoryGraphStore(),
        new InMemoryEntityStore(),
        new InMemoryTimedEdgeStore(),
        new InMemoryVectorStores() {
          @Override
          public VectorStore<ItemId> neighbours(String space) {
            return neighbours;
          }
        },
        new InMemoryModelStore(),
        new InMemoryChangeFeed(),
        new InMemoryRefreshQueue());
  }

  static WorldStores of(Stores stores) {
    return new WorldStores(
        stores.items(),
        stores.graph(),
        stores.entities(),
        stores.timedEdges(),
        stores.vectors(),
        stores.model(),
        stores.changes(),
        stores.refreshes());
  }
}
