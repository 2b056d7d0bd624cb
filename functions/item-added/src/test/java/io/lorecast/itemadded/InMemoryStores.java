package io.lorecast.itemadded;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityStore;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryEntityStore;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryModelStore;
import io.lorecast.store.InMemoryVectorStores;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Takes the place of the real stores in tests of this profile. */
@Alternative
@Singleton
class InMemoryStores {

  /** Tests with these stores. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }
  }

  @Produces
  @Singleton
  ItemStore items() {
    return new InMemoryItemStore();
  }

  @Produces
  @Singleton
  VectorStores vectors() {
    return new InMemoryVectorStores();
  }

  @Produces
  @Singleton
  EntityStore entities() {
    return new InMemoryEntityStore();
  }

  @Produces
  @Singleton
  ModelStore models() {
    return new InMemoryModelStore();
  }

  @Produces
  @Singleton
  ChangeFeed changes() {
    return new InMemoryChangeFeed();
  }
}
