package io.lorecast.bindings;

import static io.lorecast.bindings.Requests.feedbackOf;
import static io.lorecast.bindings.Requests.idOfReplyTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowOnEventsTest {

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

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
}
