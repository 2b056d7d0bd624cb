package io.lorecast.allinone;

import io.lorecast.bindings.HttpReply;
import io.lorecast.bindings.Problem;
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
import org.jboss.logging.Logger;

/**
 * {@code GET /status}: what is stored, counted in the record itself, so that an import can be
 * checked, also while the hot state is away. Takes about a second for each 100,000 interactions.
 */
@Singleton
class StatusRoute {

  private static final Logger LOG = Logger.getLogger(StatusRoute.class);
  private static final int UNAVAILABLE = 503;

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
        .unis(count(items.all()), count(graph.all()), count(log.all()), refreshed())
        .with(
            (itemCount, edgeCount, interactionCount, refreshed) ->
                new JsonObject()
                    .put("items", itemCount)
                    .put("edges", edgeCount)
                    .put("interactions", interactionCount)
                    .put("model", replica.modelVersion())
                    .put("hotStateComplete", refreshed && replica.isHotStateComplete()))
        .subscribe()
        .with(status -> context.json(status), failure -> refuse(context, failure));
  }

  /** Emits whether the hot state answers; without it the record still says what is stored. */
  private Uni<Boolean> refreshed() {
    return replica.refresh().replaceWith(true).onFailure().recoverWithItem(false);
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    LOG.warn("what is stored could not be counted", failure);
    HttpReply.problem(
            Problem.of(UNAVAILABLE, "Record unavailable", "the record does not answer; ask again"))
        .send(context.response());
  }

  private static Uni<Long> count(Multi<?> all) {
    return all.collect().in(() -> new long[1], (sum, one) -> sum[0]++).map(sum -> sum[0]);
  }
}
