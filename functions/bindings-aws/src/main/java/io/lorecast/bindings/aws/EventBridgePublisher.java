package io.lorecast.bindings.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.EventPublisher;
import io.lorecast.bindings.StructuredMode;
import io.lorecast.store.StoreException;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * Takes each follow-on event to an EventBridge bus. The whole event is the detail, so that it keeps
 * its id, which EventBridge would replace; type and source stand beside it, for rules to match.
 */
final class EventBridgePublisher implements EventPublisher {

  private final EventBridgeAsyncClient client;
  private final String bus;

  EventBridgePublisher(EventBridgeAsyncClient client, String bus) {
    this.client = client;
    this.bus = bus;
  }

  @Override
  public Uni<Void> publish(CloudEvent<JsonNode> event) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .detailType(event.type())
            .source(event.source())
            .time(event.time().toInstant())
            .detail(StructuredMode.of(event).toString())
            .build();
    PutEventsRequest request = PutEventsRequest.builder().entries(entry).build();
    return Uni.createFrom()
        .completionStage(() -> client.putEvents(request))
        .invoke(EventBridgePublisher::requireTaken)
        .onFailure()
        .transform(failure -> new StoreException("publishing an event to " + bus, failure))
        .replaceWithVoid();
  }

  private static void requireTaken(PutEventsResponse response) {
    if (response.failedEntryCount() > 0) {
      throw new IllegalStateException(
          "EventBridge refused the event: " + response.entries().getFirst().errorCode(),
          new IOException(response.entries().getFirst().errorMessage()));
    }
  }
}
