package io.lorecast.store.dynamodb;

import io.lorecast.store.TimedEdgeStore;
import io.lorecast.store.TimedEdgeStoreContract;
import io.lorecast.store.testing.TestStores;

class DynamoTimedEdgeStoreIT extends TimedEdgeStoreContract {

  private final TimedEdgeStore store = TestStores.empty().timedEdges();

  @Override
  protected TimedEdgeStore store() {
    return store;
  }
}
