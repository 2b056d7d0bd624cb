package io.lorecast.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EventTypes;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two functions of one process that handle the same type of event. */
@QuarkusTest
class SameTypeTest {

  @Inject TestFunctions functions;
  @Inject EventDispatcher dispatcher;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @Test
  void anEventReachesBothAndIsAnsweredByTheOneThatHasAnAnswer() {
    assertThat(dispatcher.handling(EventTypes.USER_FORGOTTEN))
        .containsExactly("user-forgotten", "user-forgotten-too");

    post("/").statusCode(200).header("ce-type", EventTypes.USER_ERASED);

    assertThat(functions.inputs).hasSize(2);
    assertThat(functions.published).hasSize(1);
  }

  @Test
  void atThePathOfOneItReachesThatOneAlone() {
    post("/user-forgotten").statusCode(204);

    assertThat(functions.inputs).hasSize(1);
    assertThat(functions.published).isEmpty();
  }

  @Test
  void whatIsWrongWithItIsSaidOnce() {
    Requests.binary("f-2", EventTypes.USER_FORGOTTEN).body("{}").post("/").then().statusCode(400);

    assertThat(functions.inputs).isEmpty();
  }

  private static ValidatableResponse post(String path) {
    return Requests.binary("f-1", EventTypes.USER_FORGOTTEN)
        .body("{\"userId\":\"reader-9\"}")
        .post(path)
        .then();
  }
}
