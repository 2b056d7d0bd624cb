package io.lorecast.kgupdated;

import io.lorecast.events.KgUpdated;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.model.EntityId;
import io.lorecast.store.GraphUpdate;
import io.lorecast.store.GraphWriter;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Applies what the owner of the graph says, once, and refreshes the vectors around it: kg-updated
 * in, neighbours-refreshed out, which names the entities whose labels are to be encoded. A change
 * that was applied before is refreshed again, in case something failed between the two. Edges whose
 * time has come or gone follow with every event, so a scheduler that sends changes of nothing is
 * all that they need.
 */
@Singleton
public class KgUpdatedFunction {

  private final KgUpdatedConfig config;
  private final GraphWriter writer;
  private final Refreshes refreshes;
  private final Clock clock;

  KgUpdatedFunction(KgUpdatedConfig config, GraphWriter writer, Refreshes refreshes, Clock clock) {
    this.config = config;
    this.writer = writer;
    this.refreshes = refreshes;
    this.clock = clock;
  }

  @Funq("kg-updated")
  public Uni<NeighboursRefreshed> onKgUpdated(KgUpdated event) {
    GraphUpdate update = KgUpdatedMapper.toUpdate(event, config.edgesAChange());
    Instant now = clock.instant();
    return writer
        .follow(now)
        .chain(before -> writer.apply(update, now).map(touched -> union(before, touched)))
        .chain(touched -> refreshes.around(event.changeId(), touched))
        .map(reply -> KgUpdatedMapper.withDescribed(reply, update));
  }

  private static Set<EntityId> union(Set<EntityId> some, Set<EntityId> others) {
    Set<EntityId> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
