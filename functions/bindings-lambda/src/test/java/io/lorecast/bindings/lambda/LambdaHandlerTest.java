package io.lorecast.bindings.lambda;

import static io.lorecast.bindings.lambda.Invocations.base64;
import static io.lorecast.bindings.lambda.Invocations.byRule;
import static io.lorecast.bindings.lambda.Invocations.feedback;
import static io.lorecast.bindings.lambda.Invocations.handle;
import static io.lorecast.bindings.lambda.Invocations.read;
import static io.lorecast.bindings.lambda.Invocations.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.bindings.aws.Envelope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of invocation, in the shape that AWS documents. */
@QuarkusTest
class LambdaHandlerTest {

  @Inject LambdaHandler handler;
  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.feedbackIds.clear();
    functions.eventIds.clear();
  }

  @Test
  void anEventOfARuleIsDeliveredAndAnsweredByTheFollowOnEvent() throws IOException {
    JsonNode reply = handle(handler, read("eventbridge"));

    assertThat(functions.feedbackIds).containsExactly("f-rule");
    assertThat(functions.eventIds).containsExactly("6a7e8feb-b491-4cf7-a9f1-bf3703467718");
    assertThat(reply.path("type").asText()).isEqualTo("io.lorecast.profile-updated.v1");
    assertThat(reply.path("data").path("outcome").asText()).isEqualTo("applied");
  }

  @Test
  void aWholeCloudEventInTheDetailKeepsItsId() throws IOException {
    ObjectNode envelope = (ObjectNode) read("eventbridge");
    envelope.set("detail", Envelope.open(feedback("reader", "f-1", "like")));

    handle(handler, envelope);

    assertThat(functions.eventIds).containsExactly("event-of-f-1");
  }

  @Test
  void aRefusedEventFailsTheInvocationWithTheReason() {
    JsonNode refused = Envelope.open(feedback("reader", "f-1", "LIKED"));

    assertThatThrownBy(() -> handle(handler, refused))
        .isInstanceOf(NotAppliedException.class)
        .hasMessageContaining("data.kind");
  }

  @Test
  void ofTenMessagesTheTwoBadOnesAreReportedAndTheOthersApplied() throws IOException {
    String[] bodies = new String[10];
    for (int i = 0; i < 10; i++) {
      String event = feedback("reader-" + i, "f-" + (i + 1), "like");
      // Straight, by a rule, and by a rule through a topic.
      bodies[i] =
          switch (i % 3) {
            case 0 -> event;
            case 1 -> byRule(event);
            default -> inTopic(byRule(event));
          };
    }
    bodies[3] = "{no json";
    bodies[7] = feedback("store-fails", "f-8", "like");

    JsonNode report = handle(handler, records("sqs", LambdaHandlerTest::putMessage, bodies));

    assertThat(failures(report)).containsExactlyInAnyOrder("message-4", "message-8");
    assertThat(functions.feedbackIds)
        .containsExactlyInAnyOrder("f-1", "f-2", "f-3", "f-5", "f-6", "f-7", "f-9", "f-10");
  }

  @Test
  void messagesOfOneUserAreHandledInTheirOrder() throws IOException {
    String[] bodies = new String[20];
    for (int i = 0; i < 20; i++) {
      bodies[i] = feedback("reader", "f-" + i, "view");
    }

    handle(handler, records("sqs", LambdaHandlerTest::putMessage, bodies));

    assertThat(functions.feedbackIds)
        .containsExactly(
            List.of(bodies).stream()
                .map(body -> Envelope.open(body).path("data").path("feedbackId").asText())
                .toArray(String[]::new));
  }

  @Test
  void whatFollowsAFailedRecordOfAShardsKeyWaitsForIt() throws IOException {
    JsonNode report =
        handle(
            handler,
            records(
                "kinesis",
                (record, number, event) -> {
                  ObjectNode data = (ObjectNode) record.path("kinesis");
                  data.put("sequenceNumber", "sequence-" + number);
                  data.put("partitionKey", number == 4 ? "other" : "same");
                  data.put("data", base64(event));
                },
                feedback("reader", "f-1", "view"),
                feedback("store-fails", "f-2", "view"),
                feedback("reader", "f-3", "view"),
                feedback("reader", "f-4", "view")));

    assertThat(failures(report)).containsExactlyInAnyOrder("sequence-2", "sequence-3");
    assertThat(functions.feedbackIds).containsExactlyInAnyOrder("f-1", "f-4");
  }

  @Test
  void rowsOfATableAreEventsUnlessTheyAreGone() throws IOException {
    JsonNode report =
        handle(
            handler,
            records(
                "dynamodb",
                (record, number, event) -> {
                  record.put("eventName", number == 2 ? "REMOVE" : "INSERT");
                  ObjectNode change = (ObjectNode) record.path("dynamodb");
                  change.put("SequenceNumber", "sequence-" + number);
                  ((ObjectNode) change.path("Keys").path("id")).put("S", "row-" + number);
                  ((ObjectNode) change.path("NewImage").path("event")).put("S", event);
                },
                feedback("reader", "f-1", "view"),
                feedback("reader", "f-2", "view"),
                "",
                feedback("reader", "f-4", "view")));

    assertThat(failures(report)).containsExactly("sequence-3");
    assertThat(functions.feedbackIds).containsExactlyInAnyOrder("f-1", "f-4");
  }

  @Test
  void aMessageOfATopicIsDeliveredAndFailsTheInvocationIfItIsNotApplied() throws IOException {
    handle(handler, ofTopic(feedback("reader", "f-1", "view")));

    assertThat(functions.feedbackIds).containsExactly("f-1");
    JsonNode failing = ofTopic(feedback("store-fails", "f-2", "view"));
    assertThatThrownBy(() -> handle(handler, failing))
        .isInstanceOf(NotAppliedException.class)
        .hasMessageContaining("store")
        .hasMessageNotContaining("secret");
  }

  @Test
  void recordsOfAnotherServiceFailTheInvocationByName() {
    JsonNode unknown =
        records("sqs", (record, number, event) -> record.put("eventSource", "aws:mq"), "");

    assertThatThrownBy(() -> handle(handler, unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aws:mq");
  }

  private static JsonNode ofTopic(String message) {
    return records(
        "sns",
        (record, number, event) -> ((ObjectNode) record.path("Sns")).put("Message", event),
        message);
  }

  private static void putMessage(ObjectNode record, int number, String body) {
    record.put("messageId", "message-" + number);
    record.put("body", body);
  }

  /** A topic that is not raw wraps what it sends to a queue. */
  private static String inTopic(String message) {
    ObjectNode notification = (ObjectNode) read("sns").path("Records").path(0).path("Sns");
    return notification.put("Message", message).toString();
  }

  private static List<String> failures(JsonNode report) {
    return report.path("batchItemFailures").findValuesAsText("itemIdentifier");
  }
}
