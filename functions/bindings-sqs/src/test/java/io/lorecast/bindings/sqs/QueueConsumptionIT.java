package io.lorecast.bindings.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Events from a queue, on a real server of the SQS API. */
@QuarkusTest
@QuarkusTestResource(ElasticMq.class)
class QueueConsumptionIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject TestFunctions functions;
  @Inject SqsAsyncClient sqs;

  @ConfigProperty(name = "lorecast.sqs.url")
  String queue;

  @ConfigProperty(name = "lorecast.aws.dead-letters")
  String deadLetters;

  @Test
  void ofTenMessagesTheTwoBadOnesEndAsDeadLettersAndTheOthersAreAppliedOnce() {
    List<String> bodies =
        IntStream.range(0, 10)
            .mapToObj(i -> feedback("f-" + i, i == 3 || i == 7 ? "LIKED" : "like"))
            .toList();
    bodies.forEach(body -> sqs.sendMessage(to -> to.queueUrl(queue).messageBody(body)).join());

    List<Message> dead = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              sqs.receiveMessage(
                      from ->
                          from.queueUrl(deadLetters)
                              .waitTimeSeconds(1)
                              .messageAttributeNames("All"))
                  .join()
                  .messages()
                  .forEach(dead::add);
              return dead.size() == 2;
            });

    assertThat(dead)
        .extracting(Message::body)
        .containsExactlyInAnyOrder(bodies.get(3), bodies.get(7));
    assertThat(dead)
        .allSatisfy(
            message ->
                assertThat(message.messageAttributes().get("reason").stringValue())
                    .startsWith("Invalid event: data.kind must be one of"));
    assertThat(functions.feedbackIds)
        .containsExactlyInAnyOrder("f-0", "f-1", "f-2", "f-4", "f-5", "f-6", "f-8", "f-9");
  }

  private static String feedback(String feedbackId, String kind) {
    return """
    {"specversion": "1.0", "id": "%s", "source": "/shop", "type": "io.lorecast.feedback.v1",
     "data": {"feedbackId": "%s", "userId": "reader", "itemId": "book-17", "kind": "%s"}}
    """
        .formatted(feedbackId, feedbackId, kind);
  }
}
