package io.lorecast.bindings.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What EventBridge and SNS wrap around an event, also one inside the other, taken off. */
public final class Envelope {

  private static final ObjectReader READER = JsonMapper.builder().build().reader();

  private Envelope() {}

  /**
   * Returns the event in {@code text}, in structured mode. What is no JSON is returned as a string,
   * which is then refused as an event.
   */
  public static JsonNode open(String text) {
    try {
      return open(READER.readTree(text));
    } catch (JsonProcessingException malformed) {
      return TextNode.valueOf(text);
    }
  }

  /** Returns the event in {@code envelope}, in structured mode; what is no envelope as it is. */
  public static JsonNode open(JsonNode envelope) {
    if (envelope.has("specversion")) {
      return envelope;
    }
    if (envelope.path("Type").asText().equals("Notification") && envelope.has("Message")) {
      return open(envelope.path("Message").asText());
    }
    JsonNode detail = envelope.path("detail");
    if (detail.has("specversion")) {
      return detail;
    }
    return envelope.has("detail-type") ? eventBridge(envelope, detail) : envelope;
  }

  /** EventBridge gives the attributes, its detail is the data: what rules and Scheduler send. */
  private static ObjectNode eventBridge(JsonNode envelope, JsonNode detail) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.set("id", envelope.path("id"));
    event.set("source", envelope.path("source"));
    event.set("type", envelope.path("detail-type"));
    event.set("time", envelope.path("time"));
    event.set("data", detail);
    return event;
  }
}
