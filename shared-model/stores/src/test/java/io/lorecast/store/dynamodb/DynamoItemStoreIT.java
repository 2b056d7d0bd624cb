package io.lorecast.store.dynamodb;

import io.lorecast.store.ItemStore;
import io.lorecast.store.ItemStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoItemStoreIT extends ItemStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final ItemStore store = new DynamoItemStore(dynamo, Clients.TABLES);

  @Override
  protected ItemStore store() {
    return store;
  }
}
