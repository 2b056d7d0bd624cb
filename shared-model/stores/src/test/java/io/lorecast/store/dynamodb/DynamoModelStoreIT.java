package io.lorecast.store.dynamodb;

import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoModelStoreIT extends ModelStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final ModelStore store = new DynamoModelStore(dynamo, Clients.TABLES);

  @Override
  protected ModelStore store() {
    return store;
  }
}
