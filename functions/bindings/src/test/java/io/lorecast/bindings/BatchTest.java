package io.lorecast.bindings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.lorecast.events.FeedbackReceived;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchTest {

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @Test
  void goodBatchIsAppliedAndAnsweredWithTheFollowOnEvents() {
    send(Samples.text("cloudevents/batch"))
        .statusCode(200)
        .contentType("application/cloudevents-batch+json")
        .body("data.feedbackId", contains("f-000123", "f-000130", "f-000132"))
        .body("type[0]", equalTo("io.lorecast.profile-updated.v1"));

    assertThat(functions.inputs).hasSize(3);
    assertThat(functions.published).hasSize(3);
  }

  @Test
  void oneBadMemberIsNamedAndTheOthersAreApplied() {
    send(Samples.text("cloudevents/batch-with-one-bad-member"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("accepted", equalTo(2))
        .body("errors", hasSize(1))
        .body("errors[0].index", equalTo(1))
        .body("errors[0].status", equalTo(400))
        .body("errors[0].field", equalTo("data.kind"))
        .body("errors[0].detail", containsString("was \"lurk\""));

    assertThat(functions.inputs)
        .extracting(input -> ((FeedbackReceived) input).feedbackId())
        .containsExactlyInAnyOrder("f-000123", "f-000130");
  }

  @Test
  void memberThatMayYetSucceedMakesTheBatchComeAgain() {
    send("[" + member(1, "reader-1") + "," + member(2, "store-fails") + ", 7]")
        .statusCode(503)
        .body("accepted", equalTo(1))
        .body("errors.index", contains(1, 2))
        .body("errors.status", contains(503, 400));
  }

  @Test
  void membersOfOneSubjectStayInOrder() {
    String members =
        IntStream.range(0, 200)
            .mapToObj(i -> member(i, "reader-" + i % 3))
            .collect(Collectors.joining(",", "[", "]"));

    send(members).statusCode(200).body("$", hasSize(200));

    for (int reader = 0; reader < 3; reader++) {
      String userId = "reader-" + reader;
      List<Integer> order =
          functions.inputs.stream()
              .map(FeedbackReceived.class::cast)
              .filter(event -> event.userId().equals(userId))
              .map(event -> Integer.valueOf(event.feedbackId()))
              .toList();
      assertThat(order).isSorted().hasSizeGreaterThan(60);
    }
  }

  @Test
  void emptyBatchHasNothingToAnswer() {
    send("[]").statusCode(204);
  }

  @Test
  void batchThatIsNoArrayIsRefused() {
    send(Samples.text("cloudevents/structured"))
        .statusCode(400)
        .body("field", equalTo("batch"))
        .body("detail", equalTo("batch must be an array of events"));
  }

  @Test
  void batchThatIsTooLongIsRefusedWhole() {
    String members = "[" + "{},".repeat(1_000) + "{}]";

    send(members)
        .statusCode(400)
        .body("detail", equalTo("batch must have at most 1000 events, had 1001"));
  }

  private static String member(int id, String user) {
    return """
    {"specversion":"1.0","id":"%1$d","source":"s","type":"io.lorecast.feedback.v1",
     "data":{"feedbackId":"%1$d","userId":"%2$s","itemId":"i","kind":"view"}}\
    """
        .formatted(id, user);
  }

  private static ValidatableResponse send(String batch) {
    return given()
        .contentType("application/cloudevents-batch+json")
        .body(batch.getBytes(StandardCharsets.UTF_8))
        .post("/")
        .then();
  }
}
