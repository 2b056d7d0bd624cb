package io.lorecast.allinone;

import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphStore;
import io.lorecast.store.ItemStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code GET /status}: what is stored, counted in the record itself, so that an import can be
 * checked. Takes about a second for each 100,000 interactions.
 */
@Singleton
class StatusRoute {

  private final ItemStore items;
  private final GraphStore graph;
  private final FeedbackLog log;
  private final CatalogueReplica replica;

  StatusRoute(ItemStore items, GraphStore graph, FeedbackLog log, CatalogueReplica replica) {
    this.items = items;
    this.graph = graph;
    this.log = log;
    this.replica = replica;
  }

  void register(@Observes Router router) {
    router.get("/status").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    Uni.combine()
        .all()
        .unis(count(items.all()), count(graph.all()), count(log.all()), replica.refresh())
        .with(
            (itemCount, edgeCount, interactionCount, refreshed) ->
                new JsonObject()
                    .put("items", itemCount)
                    .put("edges", edgeCount)
                    .put("interactions", interactionCount)
                    .put("model", replica.modelVersion())
                    .put("hotStateComplete", replica.isHotStateComplete()))
        .subscribe()
        .with(status -> context.json(status), context::fail);
  }

  private static Uni<Long> count(Multi<?> all) {
    return all.collect().in(() -> new long[1], (sum, one) -> sum[0]++).map(sum -> sum[0]);
  }
}
