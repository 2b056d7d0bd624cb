package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads events from the three shapes they have on the wire: binary, structured, plain. */
final class Deliveries {

  private static final String HEADER_PREFIX = "ce-";
  private static final String DATA = "data";
  private static final String DATA_BASE64 = "data_base64";

  private Deliveries() {}

  /** Returns whether a request with {@code headers} is an event in binary mode. */
  static boolean isBinary(Iterable<Map.Entry<String, String>> headers) {
    for (Map.Entry<String, String> header : headers) {
      if (isAttribute(header.getKey())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns an event in binary mode: attributes in headers, data in the body.
   *
   * @throws RefusedException if it is none
   */
  static Delivery binary(Iterable<Map.Entry<String, String>> headers, byte[] body) {
    Map<String, String> attributes = new TreeMap<>();
    for (Map.Entry<String, String> header : headers) {
      if (isAttribute(header.getKey())) {
        String name = header.getKey().substring(HEADER_PREFIX.length());
        attributes.put(name, HeaderText.decode(header.getValue()));
      }
    }
    return of(HEADER_PREFIX, attributes, body);
  }

  /**
   * Returns an event whose attributes came apart from its data.
   *
   * @param prefix what the sender writes before the name of an attribute, to name it in a refusal
   * @param given attributes by name without the prefix
   * @throws RefusedException if it is none
   */
  static Delivery of(String prefix, Map<String, String> given, byte[] body) {
    EventAttributes attributes = new EventAttributes(prefix);
    given.forEach(attributes::add);
    // Attributes are judged first: a sender who has forgotten them most often sent no data either.
    CloudEventBuilder event = attributes.judge();
    return new Delivery(event.build(EventJson.read(DATA, body)), true);
  }

  /**
   * Returns an event in structured mode, which may be a member of a batch.
   *
   * @throws RefusedException if it is none
   */
  static Delivery structured(JsonNode event) {
    if (!event.isObject()) {
      throw RefusedException.invalid("event", "must be an object");
    }
    EventAttributes attributes = new EventAttributes("");
    for (Map.Entry<String, JsonNode> field : event.properties()) {
      JsonNode value = field.getValue();
      if (field.getKey().equals(DATA) || field.getKey().equals(DATA_BASE64) || value.isNull()) {
        continue;
      }
      if (value.isTextual()) {
        attributes.add(field.getKey(), value.asText());
      } else if (EventAttributes.isDefined(field.getKey()) || value.isContainerNode()) {
        attributes.refuse(field.getKey(), "must be a string");
      } else {
        attributes.add(field.getKey(), value.asText());
      }
    }
    return new Delivery(attributes.judge().build(dataOf(event)), true);
  }

  /** Returns a plain call of {@code function}: there is no event, so attributes are made up. */
  static Delivery plain(Function function, byte[] body) {
    JsonNode data = EventJson.read(DATA, body);
    String source = "/" + function.name();
    return new Delivery(
        CloudEventBuilder.create()
            .specVersion("1.0")
            // The same call again is the same event again, as far as anybody can tell.
            .id(FollowOnEvents.idOf(source, data.toString()))
            .source(source)
            .type(function.type())
            .build(data),
        false);
  }

  private static JsonNode dataOf(JsonNode event) {
    JsonNode encoded = event.path(DATA_BASE64);
    JsonNode data = event.path(DATA);
    if (encoded.isMissingNode() && data.isMissingNode()) {
      throw RefusedException.invalid(DATA, "is missing");
    }
    if (encoded.isMissingNode()) {
      return data;
    }
    if (!data.isMissingNode()) {
      throw RefusedException.invalid(DATA_BASE64, "must be absent where there is data");
    }
    try {
      return EventJson.read(DATA_BASE64, encoded.binaryValue());
    } catch (IOException notBase64) {
      throw RefusedException.invalid(DATA_BASE64, "must be JSON in base64");
    }
  }

  private static boolean isAttribute(String header) {
    return header.regionMatches(true, 0, HEADER_PREFIX, 0, HEADER_PREFIX.length());
  }
}
