package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.events.EventTypes;
import io.lorecast.events.Schemas;
import io.lorecast.hash.Sha256;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Makes the event that follows on another: a function's answer, with all its attributes. */
@Singleton
class FollowOnEvents {

  private static final int ID_BYTES = 16;

  private final ObjectMapper json;
  private final Clock clock;

  FollowOnEvents(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** Returns {@code answer} of {@code function} to {@code cause} as an event. */
  CloudEvent<JsonNode> of(CloudEvent<?> cause, Function function, Object answer) {
    JsonNode data = json.valueToTree(answer);
    String type = function.replyType();
    CloudEventBuilder event =
        CloudEventBuilder.create()
            .specVersion("1.0")
            .id(idOf(cause.source(), cause.id(), function.name()))
            .source(function.replySource())
            .type(type)
            .time(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
            .dataSchema(Schemas.idOf(type));
    EventTypes.subjectField(type)
        .map(field -> data.path(field).asText())
        .filter(subject -> !subject.isEmpty())
        .ifPresent(event::subject);
    return event.build(data);
  }

  /**
   * Returns an id that says the same for the same parts, 32 hexadecimal digits. So what follows on
   * an event that is delivered again has the same id again, and whoever watches can tell.
   */
  static String idOf(String... parts) {
    return Sha256.hexOfParts(ID_BYTES, parts);
  }
}
