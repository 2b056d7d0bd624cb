package io.lorecast.recommend;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.events.EventTypes;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Events as a bus sends them, and the samples of the events module. */
final class Events {

  private Events() {}

  /** Sends {@code data} as an event of {@code type} and returns the answer. */
  static ValidatableResponse send(String type, String data) {
    return given()
        .contentType("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-id", "test-event")
        .header("ce-source", "/test")
        .header("ce-type", type)
        .header("ce-time", "2026-03-04T12:00:00Z")
        .body(data)
        .post("/")
        .then();
  }

  /** Returns the answer to a recommend-request. */
  static JsonNode recommend(String request) {
    return json(send(EventTypes.RECOMMEND_REQUEST, request).statusCode(200).extract().asString());
  }

  /** Checks that a recommend-request is refused: which field, and how the refusal begins. */
  static void assertRefused(String request, String field, String problem) {
    send(EventTypes.RECOMMEND_REQUEST, request)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("data." + field))
        .body("detail", startsWith("data." + field + " " + problem));
  }

  /** Returns the ids of the items of {@code answer}, best first. */
  static List<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.path("items").spliterator(), false)
        .map(item -> item.path("itemId").asText())
        .toList();
  }

  /** REST Assured would read numbers in single precision. */
  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the text of {@code samples/<name>.json}. */
  static String sample(String name) {
    try (InputStream stream = Events.class.getResourceAsStream("/samples/" + name + ".json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
