package io.lorecast.bindings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered over HTTP.
 *
 * @param headers without {@code content-length}
 * @param body empty for none
 */
public record HttpReply(int status, Map<String, String> headers, Buffer body) {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String CONTENT_TYPE = "content-type";

  /** Returns the answer of a function that has none. */
  static HttpReply nothing() {
    return new HttpReply(204, Map.of(), Buffer.buffer());
  }

  /** Returns the data of {@code event} alone. */
  static HttpReply plain(CloudEvent<JsonNode> event) {
    return json(200, MediaType.JSON, event.data());
  }

  /** Returns {@code event} in binary mode. */
  static HttpReply binary(CloudEvent<JsonNode> event) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(CONTENT_TYPE, MediaType.JSON);
    StructuredMode.attributes(event)
        .properties()
        .forEach(
            attribute ->
                headers.put(
                    "ce-" + attribute.getKey(), HeaderText.encode(attribute.getValue().asText())));
    return new HttpReply(200, headers, bytes(event.data()));
  }

  /** Returns {@code event} in structured mode. */
  static HttpReply structured(CloudEvent<JsonNode> event) {
    return json(200, MediaType.EVENT, StructuredMode.of(event));
  }

  /** Returns {@code events} in batch mode. */
  static HttpReply batch(List<CloudEvent<JsonNode>> events) {
    ArrayNode array = JSON.createArrayNode();
    events.forEach(event -> array.add(StructuredMode.of(event)));
    return json(200, MediaType.BATCH, array);
  }

  /** Returns {@code problem}; one that may pass says when to try again. */
  public static HttpReply problem(Problem problem) {
    HttpReply reply = json(problem.status(), MediaType.PROBLEM, JSON.valueToTree(problem));
    return problem.status() == 503 ? reply.with("retry-after", "1") : reply;
  }

  /** Returns this reply with one more header. */
  HttpReply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, more, body);
  }

  /** Sends this reply, unless the sender has gone; succeeds when it has been written. */
  public Future<Void> send(HttpServerResponse response) {
    if (response.ended() || response.closed()) {
      return Future.succeededFuture();
    }
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    return response.end(body);
  }

  private static HttpReply json(int status, String mediaType, JsonNode body) {
    return new HttpReply(status, new TreeMap<>(Map.of(CONTENT_TYPE, mediaType)), bytes(body));
  }

  private static Buffer bytes(JsonNode body) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can be written", impossible);
    }
  }
}
