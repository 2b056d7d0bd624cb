package io.lorecast.store.dynamodb;

import io.lorecast.store.KnowledgeStore;
import io.lorecast.store.KnowledgeStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoKnowledgeStoreIT extends KnowledgeStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final KnowledgeStore store = new DynamoKnowledgeStore(dynamo, Clients.TABLES);

  @Override
  protected KnowledgeStore store() {
    return store;
  }
}
