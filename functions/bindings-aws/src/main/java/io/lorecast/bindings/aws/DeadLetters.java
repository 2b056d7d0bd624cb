package io.lorecast.bindings.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.bindings.Outcome;
import io.lorecast.bindings.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Puts what was not applied in its last try among the dead letters, with the reason beside it. The
 * queue itself would move the message as it is, and nobody could see why it lies there.
 */
@Singleton
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  /**
   * A message of a queue.
   *
   * @param id by which the queue knows it
   * @param body as it came, so that it can be sent again as it is
   * @param tries how often it has been delivered, this time included
   */
  public record Tried(String id, String body, int tries) {}

  private final Provider<SqsAsyncClient> queues;
  private final ObjectMapper json;
  private final AwsConfig config;

  DeadLetters(Provider<SqsAsyncClient> queues, ObjectMapper json, AwsConfig config) {
    this.queues = queues;
    this.json = json;
    this.config = config;
  }

  /**
   * Emits whether {@code message}, which came to {@code outcome}, is done with: it was applied, or
   * it was the last try and the message lies among the dead letters. Otherwise its queue keeps it,
   * and moves it there in the end, without the reason if need be. Never fails.
   */
  public Uni<Boolean> settle(Tried message, Outcome outcome) {
    if (outcome.problem().isEmpty()) {
      return Uni.createFrom().item(true);
    }
    if (config.deadLetters().isEmpty() || message.tries() < config.tries()) {
      return Uni.createFrom().item(false);
    }
    SendMessageRequest dead =
        SendMessageRequest.builder()
            .queueUrl(config.deadLetters().get())
            .messageBody(message.body())
            .messageAttributes(attributes(message, outcome))
            .build();
    return Uni.createFrom()
        .completionStage(() -> queues.get().sendMessage(dead))
        .replaceWith(true)
        .onFailure()
        .invoke(failure -> LOG.warnf("message %s got no reason: %s", message.id(), failure))
        .onFailure()
        .recoverWithItem(false);
  }

  private Map<String, MessageAttributeValue> attributes(Tried message, Outcome outcome) {
    return Map.of(
        "reason", text(outcome.reason().orElseThrow()),
        "problem", text(toJson(outcome.problem().orElseThrow())),
        "message-id", text(message.id()),
        "tries", text(Integer.toString(message.tries())));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private String toJson(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
