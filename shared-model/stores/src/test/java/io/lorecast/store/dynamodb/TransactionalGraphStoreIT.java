package io.lorecast.store.dynamodb;

import io.lorecast.store.GraphStore;
import io.lorecast.store.GraphStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class TransactionalGraphStoreIT extends GraphStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.TRANSACTION);
  private final GraphStore store = new DynamoGraphStore(dynamo, Clients.TABLES);

  @Override
  protected GraphStore store() {
    return store;
  }
}
