package io.lorecast.kgupdated;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityStore;
import io.lorecast.store.GraphStore;
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

  private final WorldStores stores = WorldStores.inMemory();

  /** Returns all of them. */
  WorldStores stores() {
    return stores;
  }

  @Produces
  @Alternative
  @Singleton
  ItemStore items() {
    return stores.items();
  }

  @Produces
  @Alternative
  @Singleton
  GraphStore graph() {
    return stores.graph();
  }

  @Produces
  @Alternative
  @Singleton
  VectorStores vectors() {
    return stores.vectors();
  }

  @Produces
  @Alternative
  @Singleton
  ModelStore models() {
    return stores.models();
  }

  @Produces
  @Alternative
  @Singleton
  ChangeFeed feed() {
    return stores.feed();
  }

  @Produces
  @Alternative
  @Singleton
  EntityStore entities() {
    return stores.entities();
  }

  @Produces
  @Alternative
  @Singleton
  TimedEdgeStore times() {
    return stores.times();
  }

  @Produces
  @Alternative
  @Singleton
  RefreshQueue queue() {
    return stores.queue();
  }

  /** Chooses these stores. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }
  }
}
