package io.lorecast.bindings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ApiKeyTest.WithKey.class)
class ApiKeyTest {

  public static final class WithKey implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lorecast.api-key", "open sesame");
    }
  }

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "authorization, Bearer open sesame",
    "authorization, bearer open sesame",
    "x-api-key, open sesame",
  })
  void keyOpens(String header, String value) {
    callWith(header, value).statusCode(204);
    assertThat(functions.inputs).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "authorization, Bearer open sesam",
    "authorization, Basic open sesame",
    "x-api-key, open sesame!",
    "x-api-key, ''",
    "x-other, open sesame",
  })
  void anythingElseDoesNot(String header, String value) {
    callWith(header, value)
        .statusCode(401)
        .contentType("application/problem+json")
        .header("www-authenticate", "Bearer")
        .body("title", equalTo("Unauthorised"))
        .body("status", equalTo(401));
    assertThat(functions.inputs).isEmpty();
  }

  @Test
  void healthIsOpen() {
    given().get("/q/health").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void metricsAreNot() {
    given().get("/q/metrics").then().statusCode(401);
    given().get("/q/healthy").then().statusCode(401);
  }

  private static ValidatableResponse callWith(String header, String value) {
    return given()
        .header(header, value)
        .contentType("application/json")
        .body(Samples.text("item-removed/ordinary"))
        .post("/item-removed")
        .then();
  }
}
