package io.lorecast.itemadded;

import io.lorecast.store.EntityStore;
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
class EncodeLabelsFunctionIT extends EncodeLabelsFunctionContract {

  private final Stores stores = TestStores.ofApplication();

  @Override
  EntityStore entities() {
    return stores.entities();
  }

  @Override
  VectorStores vectors() {
    return stores.vectors();
  }

  @Override
  ModelStore models() {
    return stores.model();
  }
}
