package io.lorecast.bindings;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventRouteTest {

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)
                  .encodeContentTypeAs("application/cloudevents+json", ContentType.TEXT))
          .headerConfig(HeaderConfig.headerConfig().overwriteHeadersWithName("ce-source"));

  private static final String FEEDBACK = "io.lorecast.feedback.v1";

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  // Modes

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

  // Follow-on events

  @Test
  void replyIdIsTheSameForTheSameEventAndDiffersForAnother() {
    String first = idOfReplyTo("evt-1", "shop");
    String again = idOfReplyTo("evt-1", "shop");
    String otherId = idOfReplyTo("evt-2", "shop");
    String otherSource = idOfReplyTo("evt-1", "stall");

    assertThat(first).matches("[0-9a-f]{32}").isEqualTo(again);
    assertThat(otherId).isNotEqualTo(first);
    assertThat(otherSource).isNotEqualTo(first).isNotEqualTo(otherId);
  }

  @Test
  void followOnEventIsPublishedAsItIsReplied() {
    String id = idOfReplyTo("evt-1", "shop");

    assertThat(functions.published)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo(id);
              assertThat(event.type()).isEqualTo("io.lorecast.profile-updated.v1");
              assertThat(event.source()).isEqualTo("/functions/feedback");
              assertThat(event.subject()).isEqualTo("reader-9");
              assertThat(event.time()).isNotNull();
              assertThat(event.data().get("outcome").asText()).isEqualTo("applied");
            });
  }

  @Test
  void plainCallPublishesTheSameFollowOnEventEachTime() {
    for (int i = 0; i < 2; i++) {
      given()
          .contentType("application/json")
          .body(Samples.text("feedback/ordinary"))
          .post("/feedback");
    }

    assertThat(functions.published).hasSize(2);
    assertThat(functions.published.getFirst().id()).isEqualTo(functions.published.get(1).id());
  }

  @Test
  void failureToPublishFailsTheCall() {
    feedbackOf("unpublishable").statusCode(500).body(not(containsString("secret")));
  }

  // Refusals

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
  void fieldInOtherLettersIsUnknownAndDoesNotPassTheSchemaBy() {
    String twoIds = "{\"itemId\":\"a\",\"ITEMID\":\"b\\u0000\",\"name\":\"n\"}";

    given().contentType("application/json").body(twoIds).post("/item-added").then().statusCode(200);

    assertThat(((ItemAdded) functions.inputs.getFirst()).itemId()).isEqualTo("a");
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

  @Test
  void refusalOfTheDomainIsARefusal() {
    refused(feedbackOf("refused"), 400, "data.itemId")
        .body("detail", equalTo("data.itemId must be known"));
  }

  // Failures

  @Test
  void failureOfAStoreIsAnsweredWith503WithoutDetails() {
    feedbackOf("store-fails")
        .statusCode(503)
        .contentType("application/problem+json")
        .header("retry-after", "1")
        .body("title", equalTo("Store unavailable"))
        .body(not(containsString("secret")));
  }

  @Test
  void bugIsAnsweredWith500WithoutDetails() {
    feedbackOf("bug")
        .statusCode(500)
        .contentType("application/problem+json")
        .body("status", equalTo(500))
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }

  private static ValidatableResponse feedbackOf(String user) {
    FeedbackReceived event = new FeedbackReceived("f", user, "i", "like", null, null);
    return given().contentType("application/json").body(event).post("/feedback").then();
  }

  private static String idOfReplyTo(String id, String source) {
    return binary(id, FEEDBACK)
        .header("ce-source", source)
        .body(Samples.text("feedback/ordinary"))
        .post("/")
        .header("ce-id");
  }

  private static RequestSpecification binary(String id, String type) {
    return given()
        .config(CONFIG)
        .contentType("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-id", id)
        .header("ce-source", "/front-end/shop")
        .header("ce-type", type);
  }

  private static ValidatableResponse send(String contentType, String body) {
    return given()
        .config(CONFIG)
        .contentType(contentType)
        .body(body.getBytes(UTF_8))
        .post("/")
        .then();
  }

  private static ValidatableResponse refused(
      ValidatableResponse response, int status, String field) {
    ValidatableResponse problem =
        response
            .statusCode(status)
            .contentType("application/problem+json")
            .body("type", equalTo("about:blank"))
            .body("status", equalTo(status))
            .body("title", not(emptyString()))
            .body("detail", not(emptyString()));
    return field == null ? problem : problem.body("field", equalTo(field));
  }
}
