package io.lorecast.bindings;

import static io.lorecast.bindings.Requests.FEEDBACK;
import static io.lorecast.bindings.Requests.binary;
import static io.lorecast.bindings.Requests.refused;
import static io.lorecast.bindings.Requests.send;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContentModesTest {

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @Test
  void binaryEventReachesItsFunctionAndIsAnsweredInBinaryMode() {
    binary("evt-1", FEEDBACK)
        .header("ce-time", "2026-03-04T10:15:31Z")
        .body(Samples.text("feedback/ordinary"))
        .post("/")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-type", "io.lorecast.profile-updated.v1")
        .header("ce-source", "/functions/feedback")
        .header("ce-subject", "reader-9")
        .header("ce-dataschema", "urn:lorecast:schemas:profile-updated.v1")
        .body("feedbackId", equalTo("f-000123"))
        .body("outcome", equalTo("applied"));

    assertThat(functions.times).containsExactly("2026-03-04T10:15:31Z");
  }

  @Test
  void structuredEventIsAnsweredInStructuredMode() {
    send("application/cloudevents+json", Samples.text("cloudevents/structured"))
        .statusCode(200)
        .contentType("application/cloudevents+json")
        .body("specversion", equalTo("1.0"))
        .body("type", equalTo("io.lorecast.profile-updated.v1"))
        .body("source", equalTo("/functions/feedback"))
        .body("subject", equalTo("reader-9"))
        .body("data.outcome", equalTo("applied"));

    assertThat(functions.times).containsExactly("2026-03-04T10:15:31Z");
  }

  @Test
  void structuredEventNeedsNoOptionalAttributeAndMayHaveExtensions() {
    String event = Samples.text("cloudevents/edge-extensions-and-no-optional-attribute");

    send("application/cloudevents+json; charset=UTF-8", event).statusCode(200);

    assertThat(functions.times).containsExactly("null");
  }

  @Test
  void dataInBase64IsRead() {
    String event =
        """
        {"specversion":"1.0","id":"b","source":"s","type":"io.lorecast.item-removed.v1",
         "data_base64":"eyJpdGVtSWQiOiJib29rLTE3In0="}\
        """;

    send("application/cloudevents+json", event).statusCode(204);

    assertThat(functions.inputs).hasToString("[ItemRemoved[itemId=book-17]]");
  }

  @Test
  void plainJsonReachesTheFunctionOfThePathWithoutAnEvent() {
    given()
        .contentType("application/json")
        .body(Samples.text("feedback/ordinary"))
        .post("/feedback")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("ce-id", nullValue())
        .body("feedbackId", equalTo("f-000123"));

    assertThat(functions.times).containsExactly("no event");
  }

  @Test
  void eventIsTakenOnThePathOfItsFunctionToo() {
    binary("evt-1", FEEDBACK)
        .body(Samples.text("feedback/ordinary"))
        .post("/feedback")
        .then()
        .statusCode(200)
        .header("ce-type", "io.lorecast.profile-updated.v1");
  }

  @Test
  void eventIsRefusedOnThePathOfAnotherFunction() {
    refused(
            binary("evt-1", FEEDBACK)
                .body(Samples.text("feedback/ordinary"))
                .post("/item-added")
                .then(),
            400,
            "type")
        .body("detail", containsString("must be io.lorecast.item-added.v1 for this path"));
  }

  @Test
  void functionWithoutAnAnswerIsAnsweredWith204() {
    binary("evt-1", "io.lorecast.item-removed.v1")
        .body(Samples.text("item-removed/ordinary"))
        .post("/")
        .then()
        .statusCode(204)
        .body(emptyString());
    assertThat(functions.published).isEmpty();
  }

  @Test
  void absentFieldsAreLeftOutOfTheAnswer() {
    given()
        .contentType("application/json")
        .body(Samples.text("recommend-request/edge-everything-absent"))
        .post("/recommend-request")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("fallback")));
  }

  @Test
  void attributesOutsideAsciiArePercentEncodedInHeaders() {
    binary("%E8%AA%AD%E8%80%85", "io.lorecast.item-added.v1")
        .body("{\"itemId\":\"灯台 17\",\"name\":\"The Lighthouse Ledger\"}".getBytes(UTF_8))
        .post("/")
        .then()
        .statusCode(200)
        .header("ce-source", "/elsewhere")
        .header("ce-subject", "%E7%81%AF%E5%8F%B0%2017");
  }
}
