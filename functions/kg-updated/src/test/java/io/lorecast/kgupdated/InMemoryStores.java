package io.lorecast.kgupdated;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityStore;
import io.lorecast.store.GraphStore;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryEntityStore;
import io.lorecast.store.InMemoryGraphStore;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryModelStore;
import io.lorecast.store.InMemoryRefreshQueue;
import io.lorecast.store.InMemoryTimedEdgeStore;
import io.lorecast.store.InMemoryVectorStores;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.TimedEdgeStore;
import io.lorecast.store.VectorStores;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Stands in for the real stores where a test chooses it. */
@Alternative
@Singleton
public class InMemoryStores {

  @Produces
  @Alternative
  @Singleton
  ItemStore items() {
    return new InMemoryItemStore();
  }

  @Produces
  @Alternative
  @Singleton
  GraphStore graph() {
    return new InMemoryGraphStore();
  }

  @Produces
  @Alternative
  @Singleton
  VectorStores vectors() {
    return new InMemoryVectorStores();
  }

  @Produces
  @Alternative
  @Singleton
  ModelStore models() {
    return new InMemoryModelStore();
  }

  @Produces
  @Alternative
  @Singleton
  ChangeFeed feed() {
    return new InMemoryChangeFeed();
  }

  @Produces
  @Alternative
  @Singleton
  EntityStore entities() {
    return new InMemoryEntityStore();
  }

  @Produces
  @Alternative
  @Singleton
  TimedEdgeStore times() {
    return new InMemoryTimedEdgeStore();
  }

  @Produces
  @Alternative
  @Singleton
  RefreshQueue queue() {
    return new InMemoryRefreshQueue();
  }

  /** Chooses these stores. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }
  }
}
