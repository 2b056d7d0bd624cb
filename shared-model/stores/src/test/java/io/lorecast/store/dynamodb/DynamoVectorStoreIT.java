package io.lorecast.store.dynamodb;

import io.lorecast.model.ItemId;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoVectorStoreIT extends VectorStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final VectorStore<ItemId> store =
      new DynamoVectorStore<>(dynamo, Clients.TABLES, "content", "s", ItemId::value, ItemId::new);

  @Override
  protected VectorStore<ItemId> store() {
    return store;
  }
}
