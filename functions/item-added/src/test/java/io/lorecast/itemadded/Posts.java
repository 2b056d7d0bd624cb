package io.lorecast.itemadded;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;

/** Posts events in binary mode. */
final class Posts {

  private Posts() {}

  static ValidatableResponse post(String name, String data) {
    return given()
        .contentType("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-id", "test-event")
        .header("ce-source", "/tests")
        .header("ce-type", "io.lorecast." + name + ".v1")
        .body(data)
        .post("/")
        .then();
  }

  static String event(String id, long version, String name, String description) {
    return "{\"itemId\":\"%s\",\"version\":%d,\"name\":\"%s\",\"description\":\"%s\"}"
        .formatted(id, version, name, description);
  }
}
