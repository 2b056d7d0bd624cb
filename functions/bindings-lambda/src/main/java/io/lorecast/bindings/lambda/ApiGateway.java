package io.lorecast.bindings.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.bindings.HttpEndpoint;
import io.lorecast.bindings.HttpReply;
import io.lorecast.bindings.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Requests of an HTTP API of API Gateway, payload format 2.0. Who may call is asked by the
 * gateway's authorizer, before this.
 */
@Singleton
class ApiGateway {

  private static final String DEFAULT_STAGE = "$default";

  private final HttpEndpoint endpoint;

  ApiGateway(HttpEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Returns whether {@code invocation} is a request. */
  static boolean isRequest(JsonNode invocation) {
    return invocation.path("version").asText().equals("2.0")
        && invocation.path("requestContext").has("http");
  }

  /** Emits the answer to the request, in the same payload format. */
  Uni<ObjectNode> answer(JsonNode invocation) {
    JsonNode context = invocation.path("requestContext");
    List<Map.Entry<String, String>> headers =
        invocation.path("headers").properties().stream()
            .map(header -> Map.entry(header.getKey(), header.getValue().asText()))
            .toList();
    HttpRequest request =
        new HttpRequest(
            context.path("http").path("method").asText(),
            pathOf(invocation, context.path("stage").asText(DEFAULT_STAGE)),
            headers,
            bodyOf(invocation));
    return endpoint.answer(request).map(ApiGateway::reply);
  }

  /** Any stage but the default one is the first part of the path. */
  private static String pathOf(JsonNode invocation, String stage) {
    String path = invocation.path("rawPath").asText();
    String prefix = "/" + stage;
    boolean staged = path.equals(prefix) || path.startsWith(prefix + "/");
    String rest = staged ? path.substring(prefix.length()) : path;
    return rest.isEmpty() ? "/" : rest;
  }

  private static byte[] bodyOf(JsonNode invocation) {
    String body = invocation.path("body").asText("");
    return invocation.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode reply(HttpReply reply) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("statusCode", reply.status());
    ObjectNode headers = response.putObject("headers");
    reply.headers().forEach(headers::put);
    response.put("body", reply.body().toString(StandardCharsets.UTF_8));
    response.put("isBase64Encoded", false);
    return response;
  }
}
