package io.lorecast.bindings;

import static io.lorecast.bindings.Requests.binary;
import static io.lorecast.bindings.Requests.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.lorecast.events.ItemAdded;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DataRefusalsTest {

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "missing-feedback-id,       data.feedbackId, is missing",
    "missing-user-id,           data.userId,     is missing",
    "unknown-kind,              data.kind,       'must be one of view, click, like, dislike,'",
    "rating-without-value,      data.value,      is missing",
    "rating-too-high,           data.value,      'must be at most 5, was 9'",
    "rating-a-string,           data.value,      'must be a number, was \"5\"'",
    "dwell-zero,                data.value,      'must be above 0, was 0'",
    "like-with-value,           data.value,      'must be absent, was 5'",
    "occurred-at-no-time,       data.occurredAt, 'must be an RFC 3339 date and time, was \"yes'",
  })
  void feedbackThatCannotBeMeantIsRefusedByField(String sample, String field, String problem) {
    refused(
            given()
                .contentType("application/json")
                .body(Samples.text("feedback/invalid/" + sample))
                .post("/feedback")
                .then(),
            400,
            field)
        .body("detail", containsString(field + " " + problem));
    assertThat(functions.inputs).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "missing-item-id,           data.itemId, is missing",
    "control-character-in-id,   data.itemId, 'must be 1 to 200 characters without control'",
    "newline-at-the-end-of-id,  data.itemId, 'must be 1 to 200 characters without control'",
    "id-too-long,               data.itemId, 'must have at most 200 characters, had 201'",
    "blank-name,                data.name,   'must be a text that is not blank, was \"   \"'",
    "version-fraction,          data.version,'must be a whole number, was 1.5'",
    "name-a-number,             data.name,   'must be a string, was 17'",
    "attribute-not-a-list,      data.attributes.author, 'must be an array, was \"Mirela Okonjo\"'",
    "attribute-name-with-colon, data.attributes, 'must have names that are 1 to 40 letters'",
    "not-an-object,             data,        'must be an object, was an array'",
  })
  void itemThatCannotBeMeantIsRefusedByField(String sample, String field, String problem) {
    refused(
            binary("evt-1", "io.lorecast.item-added.v1")
                .body(Samples.text("item-added/invalid/" + sample))
                .post("/")
                .then(),
            400,
            field)
        .body("detail", containsString(field + " " + problem));
  }

  @Test
  void everythingWrongIsNamed() {
    refused(
            given()
                .contentType("application/json")
                .body(Samples.text("feedback/invalid/two-things-wrong"))
                .post("/feedback")
                .then(),
            400,
            null)
        .body("errors.field", hasItems("data.itemId", "data.kind"))
        .body("errors", hasSize(2));
  }

  @Test
  void fieldInOtherLettersIsUnknownAndDoesNotPassTheSchemaBy() {
    String twoIds = "{\"itemId\":\"a\",\"ITEMID\":\"b\\u0000\",\"name\":\"n\"}";

    given().contentType("application/json").body(twoIds).post("/item-added").then().statusCode(200);

    assertThat(((ItemAdded) functions.inputs.getFirst()).itemId()).isEqualTo("a");
  }
}
