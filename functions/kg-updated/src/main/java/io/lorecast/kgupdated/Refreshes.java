package io.lorecast.kgupdated;

import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.model.EntityId;
import io.lorecast.store.NeighbourRefresh;
import io.lorecast.store.RefreshDrain;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/** Refreshes before the answer what can be, and lets the rest be worked off after it. */
@Singleton
class Refreshes {

  private static final Logger LOG = Logger.getLogger(Refreshes.class);

  private final NeighbourRefresh refresh;
  private final RefreshDrain drain;

  Refreshes(NeighbourRefresh refresh, RefreshDrain drain) {
    this.refresh = refresh;
    this.drain = drain;
  }

  /** Emits what came of touching {@code nodes}, as the answer to {@code changeId}. */
  Uni<NeighboursRefreshed> around(String changeId, Set<EntityId> nodes) {
    return refresh
        .around(nodes)
        .invoke(refreshed -> drainUnless(refreshed.queued().isEmpty() && !nodes.isEmpty()))
        .map(refreshed -> KgUpdatedMapper.toReply(changeId, refreshed));
  }

  /** A change of nothing drains too: so a scheduler can end what a process began before it died. */
  private void drainUnless(boolean needless) {
    if (!needless) {
      drain
          .run()
          .subscribe()
          .with(
              done -> LOG.debugf("%d queued refreshes are done", done),
              failure ->
                  LOG.warnf("Queued refreshes wait for the next change: %s", failure.getMessage()));
    }
  }
}
