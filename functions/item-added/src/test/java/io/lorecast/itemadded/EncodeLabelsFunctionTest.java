package io.lorecast.itemadded;

import io.lorecast.store.EntityStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

/** With stores in memory. */
@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class EncodeLabelsFunctionTest extends EncodeLabelsFunctionContract {

  @Inject EntityStore entities;
  @Inject VectorStores vectors;
  @Inject ModelStore models;

  @Override
  EntityStore entities() {
    return entities;
  }

  @Override
  VectorStores vectors() {
    return vectors;
  }

  @Override
  ModelStore models() {
    return models;
  }
}
