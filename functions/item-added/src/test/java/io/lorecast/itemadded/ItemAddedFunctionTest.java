package io.lorecast.itemadded;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

/** With stores in memory. */
@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class ItemAddedFunctionTest extends ItemAddedFunctionContract {

  @Inject ItemStore items;
  @Inject VectorStores vectors;
  @Inject ModelStore models;
  @Inject ChangeFeed changes;

  @Override
  ItemStore items() {
    return items;
  }

  @Override
  VectorStores vectors() {
    return vectors;
  }

  @Override
  ModelStore models() {
    return models;
  }

  @Override
  ChangeFeed changes() {
    return changes;
  }
}
