package io.lorecast.kgupdated;

import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@QuarkusTestResource(LocalStoresResource.class)
class KgUpdatedFunctionIT extends GraphFunctionsContract {

  private final WorldStores stores = WorldStores.of(TestStores.ofApplication());

  @Override
  WorldStores stores() {
    return stores;
  }
}
