package io.lorecast.knowledge;

import io.lorecast.store.BudgetStore;
import io.lorecast.store.InMemoryBudgetStore;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryKnowledgeStore;
import io.lorecast.store.ItemStore;
import io.lorecast.store.KnowledgeStore;
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
  KnowledgeStore knowledge() {
    return new InMemoryKnowledgeStore();
  }

  @Produces
  @Alternative
  @Singleton
  BudgetStore budget() {
    return new InMemoryBudgetStore();
  }

  /** Chooses these stores, and no model. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }
  }
}
