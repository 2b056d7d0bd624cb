package io.lorecast.bindings;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the bindings use unless somebody produces something else. */
final class BindingsBeans {

  @Produces
  @Singleton
  @DefaultBean
  EventPublisher noPublisher() {
    return event -> Uni.createFrom().voidItem();
  }

  @Produces
  @Singleton
  @DefaultBean
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
