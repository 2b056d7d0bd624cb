package io.lorecast.store.dynamodb;

import io.lorecast.store.SequenceStore;
import io.lorecast.store.SequenceStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoSequenceStoreIT extends SequenceStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final SequenceStore store = new DynamoSequenceStore(dynamo, Clients.TABLES);

  @Override
  protected SequenceStore store() {
    return store;
  }
}
