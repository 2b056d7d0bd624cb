package io.lorecast.store.dynamodb;

import io.lorecast.store.WeightStore;
import io.lorecast.store.WeightStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoWeightStoreIT extends WeightStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final WeightStore store = new DynamoWeightStore(dynamo, Clients.TABLES);

  @Override
  protected WeightStore store() {
    return store;
  }
}
