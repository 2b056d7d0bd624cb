package io.lorecast.store.dynamodb;

import io.lorecast.store.BudgetStore;
import io.lorecast.store.BudgetStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoBudgetStoreIT extends BudgetStoreContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final BudgetStore store = new DynamoBudgetStore(dynamo, Clients.TABLES);

  @Override
  protected BudgetStore store() {
    return store;
  }
}
