package io.lorecast.bindings.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Invocations as AWS documents them, with events of ours inside. */
final class Invocations {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Puts an event into a record. */
  interface Put {
    void put(ObjectNode record, int number, String event);
  }

  private Invocations() {}

  /** Returns {@code invocations/<name>.json}. */
  static JsonNode read(String name) {
    try (InputStream stream =
        Invocations.class.getResourceAsStream("/invocations/" + name + ".json")) {
      return JSON.readTree(stream);
    } catch (IOException failure) {
      throw new IllegalArgumentException(name, failure);
    }
  }

  /**
   * Returns an invocation with copies of the one record of {@code name}.
   *
   * @param put puts an event into a record; its number, from 1, is part of the record's id
   */
  static JsonNode records(String name, Put put, String... events) {
    ObjectNode invocation = (ObjectNode) read(name);
    JsonNode record = invocation.path("Records").path(0);
    ArrayNode records = invocation.putArray("Records");
    for (String event : events) {
      ObjectNode copy = record.deepCopy();
      records.add(copy);
      put.put(copy, records.size(), event);
    }
    return invocation;
  }

  /** Returns what {@code handler} answers. */
  static JsonNode handle(LambdaHandler handler, JsonNode invocation) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(JSON.writeValueAsBytes(invocation)), output, null);
    return JSON.readTree(output.toByteArray());
  }

  /** Returns a feedback event in structured mode. */
  static String feedback(String user, String feedbackId, String kind) {
    return """
    {"specversion": "1.0", "id": "%s", "source": "/shop", "type": "io.lorecast.feedback.v1",
     "data": {"feedbackId": "%s", "userId": "%s", "itemId": "book-17", "kind": "%s"}}
    """
        .formatted("event-of-" + feedbackId, feedbackId, user, kind);
  }

  /** Returns {@code event} in the envelope that a rule of EventBridge sends. */
  static String byRule(String event) throws IOException {
    ObjectNode envelope = (ObjectNode) read("eventbridge");
    envelope.set("detail", JSON.readTree(event));
    return envelope.toString();
  }

  /** Returns {@code text} as Kinesis carries it. */
  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
