package io.lorecast.bindings.kafka;

import io.lorecast.bindings.EventInbox;
import io.lorecast.bindings.Outcome;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from Kafka, in the binary or structured mode of the Kafka protocol binding of
 * CloudEvents 1.0.2, through their functions. Records with the same key are handled in their order,
 * others beside each other, and no more are taken than are being handled.
 *
 * <p>A record is acknowledged once its function is done, that is, once the stores have it. What is
 * refused is a dead letter at once, what a bug fails is one after some tries; while a store cannot
 * answer, the record is tried until it can.
 */
@Singleton
class KafkaConsumption {

  private static final Logger LOG = Logger.getLogger(KafkaConsumption.class);
  private static final String PREFIX = "ce_";

  private final Multi<Message<byte[]>> events;
  private final EventInbox inbox;
  private final KafkaConfig config;

  KafkaConsumption(
      @Channel("events") Multi<Message<byte[]>> events, EventInbox inbox, KafkaConfig config) {
    this.events = events;
    this.inbox = inbox;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    events
        .group()
        .by(this::lane)
        .onItem()
        .transformToMulti(lane -> lane.onItem().transformToUniAndConcatenate(this::handle))
        .merge(config.lanes())
        .subscribe()
        .with(handled -> {}, KafkaConsumption::end);
  }

  /** Returns the lane of a record; one without a key is in order with no other. */
  private int lane(Message<byte[]> message) {
    IncomingKafkaRecordMetadata<String, byte[]> record = recordOf(message);
    String key = record.getKey();
    int hash = key == null ? Long.hashCode(record.getOffset()) : key.hashCode();
    return Math.floorMod(hash, config.lanes());
  }

  private Uni<Void> handle(Message<byte[]> message) {
    return deliver(message)
        .map(KafkaConsumption::orThrow)
        .onFailure(NotAppliedException::isPostponed)
        .retry()
        .withBackOff(config.firstWait(), config.longestWait())
        .indefinitely()
        .onFailure(NotAppliedException::isBug)
        .retry()
        .withBackOff(config.firstWait(), config.longestWait())
        .atMost(config.tries() - 1)
        .chain(applied -> Uni.createFrom().completionStage(message::ack))
        .onFailure(NotAppliedException.class)
        .recoverWithUni(reason -> Uni.createFrom().completionStage(() -> message.nack(reason)));
  }

  private static Outcome orThrow(Outcome outcome) {
    if (outcome.problem().isPresent()) {
      throw new NotAppliedException(outcome);
    }
    return outcome;
  }

  private Uni<Outcome> deliver(Message<byte[]> message) {
    byte[] given = message.getPayload();
    byte[] value = given == null ? new byte[0] : given;
    Map<String, String> headers = headersOf(recordOf(message));
    if (headers.getOrDefault("content-type", "").startsWith("application/cloudevents+json")) {
      return inbox.deliver(value);
    }
    Map<String, String> attributes = new TreeMap<>();
    headers.forEach(
        (name, text) -> {
          if (name.startsWith(PREFIX)) {
            attributes.put(name.substring(PREFIX.length()), text);
          }
        });
    return inbox.deliver(PREFIX, attributes, value);
  }

  private static Map<String, String> headersOf(IncomingKafkaRecordMetadata<?, ?> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.getHeaders()) {
      byte @Nullable [] value = header.value();
      headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }
    return headers;
  }

  @SuppressWarnings("unchecked")
  private static IncomingKafkaRecordMetadata<String, byte[]> recordOf(Message<byte[]> message) {
    return message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
  }

  /** A process that has stopped listening must end, so that another takes its place. */
  private static void end(Throwable failure) {
    LOG.fatal("no more events are taken from Kafka", failure);
    Quarkus.asyncExit(1);
  }
}
