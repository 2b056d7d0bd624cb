package io.lorecast.allinone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.bindings.EventDispatcher;
import io.lorecast.events.EventTypes;
import io.lorecast.store.ChangeFeed;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Does what a scheduler of a cloud would: asks for a model refresh now and then, if anything
 * happened, and lets the graph follow the time.
 */
@Singleton
class RefreshSchedule {

  private final ChangeFeed feed;
  private final EventDispatcher dispatcher;
  private final ObjectMapper json;
  private volatile long refreshedAt = -1;

  RefreshSchedule(ChangeFeed feed, EventDispatcher dispatcher, ObjectMapper json) {
    this.feed = feed;
    this.dispatcher = dispatcher;
    this.json = json;
  }

  @Scheduled(
      every = "{lorecast.all-in-one.refresh-every}",
      delayed = "{lorecast.all-in-one.refresh-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return feed.since(Long.MAX_VALUE).chain(changes -> refreshAfter(changes.revision()));
  }

  /** A change of nothing: edges begin and cease to stand, and queued refreshes go on. */
  @Scheduled(
      every = "{lorecast.all-in-one.graph-every}",
      delayed = "{lorecast.all-in-one.graph-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> followTime() {
    return dispatcher.deliver(event(EventTypes.KG_UPDATED, "changeId")).replaceWithVoid();
  }

  private Uni<Void> refreshAfter(long revision) {
    return revision == refreshedAt
        ? Uni.createFrom().voidItem()
        : dispatcher
            .deliver(event(EventTypes.MODEL_REFRESH, "refreshId"))
            .invoke(() -> refreshedAt = revision)
            .replaceWithVoid();
  }

  private CloudEvent<JsonNode> event(String type, String idField) {
    String id = UUID.randomUUID().toString();
    return CloudEventBuilder.create()
        .specVersion("1.0")
        .id(id)
        .source("/all-in-one/schedule")
        .type(type)
        .build(json.createObjectNode().put(idField, id));
  }
}
