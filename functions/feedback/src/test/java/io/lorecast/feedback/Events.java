package io.lorecast.feedback;

import static io.restassured.RestAssured.given;

import io.lorecast.events.EventTypes;
import io.lorecast.model.Interaction;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Events as a bus sends them, and the samples of the events module. */
final class Events {

  private static final int THREADS = 8;

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

  /** Sends {@code interactions} from several threads and returns what came of each. */
  static List<String> deliverAll(List<Interaction> interactions)
      throws InterruptedException, ExecutionException {
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<String>> deliveries =
          interactions.stream().map(one -> threads.submit(() -> deliver(one))).toList();
      for (Future<String> delivery : deliveries) {
        outcomes.add(delivery.get());
      }
    }
    return outcomes;
  }

  /** Sends {@code one} as an event of its own and returns what came of it. */
  static String deliver(Interaction one) {
    String value = one.value() == null ? "" : ", \"value\": " + one.value();
    String data =
        """
        {"feedbackId": "%s", "userId": "%s", "itemId": "%s", "kind": "%s", "occurredAt": "%s"%s}
        """
            .formatted(
                one.feedbackId(),
                one.user().value(),
                one.item().value(),
                one.kind().name().toLowerCase(Locale.ROOT),
                one.at(),
                value);
    return send(EventTypes.FEEDBACK, data).statusCode(200).extract().path("outcome");
  }
}
