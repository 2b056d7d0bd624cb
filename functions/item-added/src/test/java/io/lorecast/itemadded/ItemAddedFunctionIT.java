package io.lorecast.itemadded;

import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** The function's tests again, on a real Redis and DynamoDB Local. */
@QuarkusTest
@TestProfile(ItemAddedFunctionIT.RealStores.class)
class ItemAddedFunctionIT extends ItemAddedFunctionTest {

  /** Tests with the stores that are deployed. */
  public static final class RealStores implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(LocalStoresResource.class));
    }
  }
}
