package io.lorecast.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** What the receiver said to an event. */
sealed interface Answer {

  /**
   * It took the event.
   *
   * @param duplicate whether it had taken the same one before
   */
  record Taken(boolean duplicate) implements Answer {}

  /**
   * It will never take the event.
   *
   * @param field the field at fault, or {@code event}
   * @param problem its reason
   */
  record Refused(String field, String problem) implements Answer {}

  /** Returns what {@code response}, of status 2xx or 4xx, says. */
  static Answer of(HttpResponse<String> response) {
    return response.statusCode() < 300
        ? new Taken(isDuplicate(response.body()))
        : refused(response.statusCode(), response.body());
  }

  private static boolean isDuplicate(String body) {
    // Most replies do not hold the word: only those that do are worth parsing.
    return body.contains("\"duplicate\"")
        && parse(body).findPath("outcome").asText().equals("duplicate");
  }

  private static Refused refused(int status, String body) {
    JsonNode problem = parse(body);
    String detail = problem.path("detail").asText(problem.path("title").asText(""));
    return new Refused(
        problem.path("field").asText("event"),
        "refused with status " + status + (detail.isEmpty() ? "" : ": " + detail));
  }

  private static JsonNode parse(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.missingNode();
    }
  }

  /** Reads replies; made once. */
  final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}
  }
}
