package io.lorecast.kgupdated;

import io.lorecast.events.KgUpdated;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.graph.EdgeDifference;
import io.lorecast.store.GraphStore;
import io.lorecast.store.NeighbourRefresh;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Applies what the owner of the graph says, once, and refreshes the vectors around it: kg-updated
 * in, neighbours-refreshed out. A change that was applied before is refreshed again, in case
 * something failed between the two.
 */
@Singleton
public class KgUpdatedFunction {

  private final KgUpdatedConfig config;
  private final GraphStore graph;
  private final NeighbourRefresh refresh;

  KgUpdatedFunction(KgUpdatedConfig config, GraphStore graph, NeighbourRefresh refresh) {
    this.config = config;
    this.graph = graph;
    this.refresh = refresh;
  }

  @Funq("kg-updated")
  public Uni<NeighboursRefreshed> onKgUpdated(KgUpdated event) {
    EdgeDifference change = KgUpdatedMapper.toDifference(event, config.edgesAChange());
    return graph
        .change(event.changeId(), change.added(), change.removed())
        .chain(() -> refresh.around(change.nodes()))
        .map(reach -> KgUpdatedMapper.toReply(event.changeId(), reach));
  }
}
