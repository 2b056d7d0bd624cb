package io.lorecast.itemadded;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** What was packaged, on a real Redis and DynamoDB Local. */
@QuarkusIntegrationTest
@QuarkusTestResource(LocalStoresResource.class)
class ItemAddedFunctionIT extends ItemAddedFunctionContract {

  private final Stores stores = TestStores.ofApplication();

  @Override
  ItemStore items() {
    return stores.items();
  }

  @Override
  VectorStores vectors() {
    return stores.vectors();
  }

  @Override
  ModelStore models() {
    return stores.model();
  }

  @Override
  ChangeFeed changes() {
    return stores.changes();
  }
}
