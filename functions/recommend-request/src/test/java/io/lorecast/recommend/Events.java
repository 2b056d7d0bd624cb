package io.lorecast.recommend;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

  /** Returns the text of {@code samples/<name>.json}. */
  static String sample(String name) {
    try (InputStream stream = Events.class.getResourceAsStream("/samples/" + name + ".json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
