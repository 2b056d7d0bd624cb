package io.lorecast.bindings;

import static io.lorecast.bindings.Requests.feedbackOf;
import static io.lorecast.bindings.Requests.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FunctionFailuresTest {

  @Test
  void refusalOfTheDomainIsARefusal() {
    refused(feedbackOf("refused"), 400, "data.itemId")
        .body("detail", equalTo("data.itemId must be known"));
  }

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
}
