package io.lorecast.itemadded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.bindings.EventPublisher;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.events.EncodeCatalogue;
import io.lorecast.events.EventTypes;
import io.lorecast.store.ModelStore;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Finds at the start that the configured encoders are not those the catalogue was read by, and asks
 * for it to be read again. Where no bus is around the process, whoever changed the configuration
 * sends that event.
 */
@Singleton
class EncoderCheck {

  private static final Logger LOG = Logger.getLogger(EncoderCheck.class);

  private final ItemVectorWriter vectors;
  private final ModelStore models;
  private final EventPublisher publisher;
  private final ObjectMapper json;

  EncoderCheck(
      ItemVectorWriter vectors, ModelStore models, EventPublisher publisher, ObjectMapper json) {
    this.vectors = vectors;
    this.models = models;
    this.publisher = publisher;
    this.json = json;
  }

  void check(@Observes StartupEvent started) {
    models
        .currentSpace()
        .chain(this::check)
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf("cannot tell whether encoders changed: %s", failure.getMessage()));
  }

  /** Emits when a catalogue of other encoders has been asked to be read again. */
  Uni<Void> check(ContentSpace current) {
    if (current.equals(ContentSpace.NONE) || current.hasEncodersOf(vectors.own())) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof(
        "the encoders have changed, %s serves until encode-catalogue has read every item by %s",
        current.text(), vectors.own().text());
    return publisher.publish(request());
  }

  private CloudEvent<JsonNode> request() {
    String id = "encoders-" + vectors.own().id();
    return CloudEventBuilder.create()
        .specVersion("1.0")
        .id(id)
        .source("/functions/item-added")
        .type(EventTypes.ENCODE_CATALOGUE)
        .build(json.valueToTree(new EncodeCatalogue(id)));
  }
}
