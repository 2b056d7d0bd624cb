package io.lorecast.bindings;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.lorecast.events.FeedbackReceived;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests as senders make them, to the functions of {@link TestFunctions}. */
final class Requests {

  static final String FEEDBACK = "io.lorecast.feedback.v1";

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)
                  .encodeContentTypeAs("application/cloudevents+json", ContentType.TEXT))
          .headerConfig(HeaderConfig.headerConfig().overwriteHeadersWithName("ce-source"));

  private Requests() {}

  static ValidatableResponse feedbackOf(String user) {
    FeedbackReceived event = new FeedbackReceived("f", user, "i", "like", null, null);
    return given().contentType("application/json").body(event).post("/feedback").then();
  }

  static String idOfReplyTo(String id, String source) {
    return binary(id, FEEDBACK)
        .header("ce-source", source)
        .body(Samples.text("feedback/ordinary"))
        .post("/")
        .header("ce-id");
  }

  static RequestSpecification binary(String id, String type) {
    return given()
        .config(CONFIG)
        .contentType("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-id", id)
        .header("ce-source", "/front-end/shop")
        .header("ce-type", type);
  }

  static ValidatableResponse send(String contentType, String body) {
    return given()
        .config(CONFIG)
        .contentType(contentType)
        .body(body.getBytes(UTF_8))
        .post("/")
        .then();
  }

  static ValidatableResponse refused(ValidatableResponse response, int status, String field) {
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
