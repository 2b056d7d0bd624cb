package io.lorecast.knowledge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.knowledge.chat.ModelServer.Answer;
import io.lorecast.knowledge.chat.ModelServer.Asked;
import io.lorecast.knowledge.chat.ModelServer.Sent;
import java.util.Map;

/**
 * Answers of OpenAI's chat completions, as its API reference describes them. Requests are judged as
 * the API judges them, by what is required of any, and of a strict schema.
 */
public final class OpenAi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenAi() {}

  /** Returns an answer of 120 tokens with {@code content}, ended by {@code finishReason}. */
  public static Answer completion(String content, String finishReason) {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant").put("content", content);
    return judged(body(message.putNull("refusal"), finishReason));
  }

  /** Returns the answer of a model that does not want to. */
  public static Answer refusal() {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
    return judged(body(message.put("refusal", "I'm sorry, I can't help with that."), "stop"));
  }

  /** Returns an error as the API puts it. */
  public static Answer error(int status, String type, String code) {
    return Answer.of(status, errorBody("Something is wrong.", type, code));
  }

  private static Answer judged(ObjectNode body) {
    return asked -> {
      String problem = problem(asked);
      return problem.isEmpty()
          ? new Sent(200, Map.of(), body.toString())
          : new Sent(400, Map.of(), errorBody(problem, "invalid_request_error", "invalid_value"));
    };
  }

  private static String errorBody(String message, String type, String code) {
    ObjectNode error = JSON.createObjectNode();
    error
        .putObject("error")
        .put("message", message)
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return error.toString();
  }

  private static ObjectNode body(ObjectNode message, String finishReason) {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1_700_000_000);
    body.put("model", "test-model-2026-01-01");
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", finishReason).putNull("logprobs");
    choice.set("message", message);
    body.putObject("usage")
        .put("prompt_tokens", 100)
        .put("completion_tokens", 20)
        .put("total_tokens", 120);
    return body;
  }

  private static String problem(Asked asked) {
    JsonNode body = asked.body();
    if (!body.path("model").isTextual() || body.path("messages").isEmpty()) {
      return "model and messages are required";
    }
    JsonNode format = body.path("response_format");
    return format.path("type").asText().equals("json_schema")
            && !isStrict(format.path("json_schema").path("schema"))
        ? "additionalProperties must be false and every property required"
        : "";
  }

  /** What the API asks of every object of a strict schema. */
  private static boolean isStrict(JsonNode schema) {
    boolean strict =
        !schema.path("type").asText().equals("object")
            || (schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean()
                && schema.path("required").size() == schema.path("properties").size());
    for (JsonNode property : schema.path("properties")) {
      strict &= isStrict(property);
    }
    return strict && (schema.path("items").isMissingNode() || isStrict(schema.path("items")));
  }
}
