package io.lorecast.kgupdated;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class KgUpdatedFunctionTest extends GraphFunctionsContract {

  @Inject InMemoryStores inMemory;

  @Override
  WorldStores stores() {
    return inMemory.stores();
  }
}
