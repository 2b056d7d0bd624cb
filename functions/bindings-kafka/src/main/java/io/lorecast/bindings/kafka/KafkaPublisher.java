package io.lorecast.bindings.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.bindings.EventPublisher;
import io.lorecast.store.StoreException;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadataBuilder;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.ZoneOffset;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Takes each follow-on event to the topic of its type, in binary mode, keyed by its subject. It has
 * been taken over once the brokers in sync have it.
 */
@Singleton
class KafkaPublisher implements EventPublisher {

  private final MutinyEmitter<byte[]> followOns;
  private final ObjectMapper json;

  KafkaPublisher(
      // Unbounded, and yet no more than there are callers, since each waits for its own event.
      @Channel("follow-ons") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> followOns,
      ObjectMapper json) {
    this.followOns = followOns;
    this.json = json;
  }

  @Override
  public Uni<Void> publish(CloudEvent<JsonNode> event) {
    OutgoingKafkaRecordMetadata<String> record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(event.type())
            .withKey(event.subject())
            .build();
    return followOns
        .sendMessage(Message.of(bytes(event.data())).addMetadata(record).addMetadata(of(event)))
        .onFailure()
        .transform(
            failure -> new StoreException("publishing an event to " + event.type(), failure));
  }

  private static OutgoingCloudEventMetadata<byte[]> of(CloudEvent<JsonNode> event) {
    OutgoingCloudEventMetadataBuilder<byte[]> attributes =
        OutgoingCloudEventMetadata.<byte[]>builder()
            .withId(event.id())
            .withSource(URI.create(event.source()))
            .withType(event.type())
            .withTimestamp(event.time().atZoneSameInstant(ZoneOffset.UTC))
            .withDataContentType("application/json")
            .withDataSchema(URI.create(event.dataSchema()));
    if (event.subject() != null) {
      attributes.withSubject(event.subject());
    }
    return attributes.build();
  }

  private byte[] bytes(JsonNode data) {
    try {
      return json.writeValueAsBytes(data);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can be written", impossible);
    }
  }
}
