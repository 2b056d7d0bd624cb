package io.lorecast.bindings;

import static io.lorecast.bindings.Requests.FEEDBACK;
import static io.lorecast.bindings.Requests.binary;
import static io.lorecast.bindings.Requests.refused;
import static io.lorecast.bindings.Requests.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestRefusalsTest {

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "missing-specversion, specversion",
    "missing-id, id",
    "missing-source, source",
    "missing-type, type",
    "missing-data, data",
    "specversion-0-3, specversion",
    "empty-id, id",
    "id-a-number, id",
    "unknown-type, type",
    "time-not-rfc-3339, time",
    "data-not-json, datacontenttype",
  })
  void structuredEventThatIsNoneIsRefused(String sample, String field) {
    String event = Samples.text("cloudevents/invalid/" + sample);

    refused(send("application/cloudevents+json", event), 400, field).body("errors", nullValue());
  }

  @Test
  void jsonPostedToTheRootWithoutAttributesIsToldWhichAreMissing() {
    refused(
            given()
                .contentType("application/json")
                .body(Samples.text("feedback/ordinary"))
                .post("/")
                .then(),
            400,
            "ce-specversion")
        .body("errors.field", hasItems("ce-specversion", "ce-id", "ce-source", "ce-type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{\"userId\": ", "{\"a\":1} x", "{\"a\":1,\"a\":2}", "nul"})
  void bodyThatIsNoJsonIsRefusedInEveryMode(String body) {
    refused(binary("evt-1", FEEDBACK).body(body).post("/").then(), 400, "data");
    refused(
        given().contentType("application/json").body(body).post("/feedback").then(), 400, "data");
    refused(send("application/cloudevents+json", body), 400, "event");
    refused(send("application/cloudevents-batch+json", body), 400, "batch");
  }

  @Test
  void malformedJsonIsRefusedWithItsPlace() {
    refused(
            given()
                .contentType("application/json")
                .body("{\n  \"userId\": oops\n}")
                .post("/feedback")
                .then(),
            400,
            "data")
        .body("detail", containsString("line 2, column "));
  }

  @Test
  void otherMediaTypesAreRefused() {
    refused(send("text/xml", "<feedback/>"), 415, "content-type");
    refused(send("application/x-www-form-urlencoded", "userId=9"), 415, "content-type");
  }

  @Test
  void otherMethodsAreRefused() {
    given().get("/feedback?userId=1").then().statusCode(405).header("allow", "POST");
    given().get("/").then().statusCode(405);
    assertThat(functions.inputs).isEmpty();
  }
}
