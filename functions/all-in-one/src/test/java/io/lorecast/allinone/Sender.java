package io.lorecast.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Sends plain JSON, as a front end does, and a small catalogue. */
final class Sender {

  private static final List<Map<String, Object>> CATALOGUE =
      List.of(
          item("harbour", "Harbour lights", "Fishermen wait for a storm to pass.", "Ida Lund"),
          item("gull", "The gull", "A fisherman's daughter tames a gull by the sea.", "Ida Lund"),
          item("ledger", "The ledger", "An accountant finds a fraud at a bank.", "Tom Reyes"),
          item("orbit", "Low orbit", "Two engineers repair a failing space station.", "Mei Sato"),
          item("comet", "Comet year", "A station crew watches a comet pass.", "Mei Sato"));

  private Sender() {}

  private static Map<String, Object> item(
      String id, String name, String description, String director) {
    return Map.of(
        "itemId",
        id,
        "name",
        name,
        "description",
        description,
        "attributes",
        Map.of("director", List.of(director)));
  }

  static Response post(String path, Object body) {
    return RestAssured.given().contentType("application/json").body(body).post(path);
  }

  static JsonPath recommend(Map<String, Object> request) {
    Response answer = post("/recommend-request", request);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  static void like(String feedbackId, String user, String item) {
    Response answer = tryToLike(feedbackId, user, item);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  static Response tryToLike(String feedbackId, String user, String item) {
    return post(
        "/feedback",
        Map.of("feedbackId", feedbackId, "userId", user, "itemId", item, "kind", "like"));
  }

  static void addCatalogue() {
    CATALOGUE.forEach(item -> assertThat(post("/item-added", item).statusCode()).isEqualTo(200));
  }
}
