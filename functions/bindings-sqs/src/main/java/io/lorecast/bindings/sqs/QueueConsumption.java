package io.lorecast.bindings.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.EventInbox;
import io.lorecast.bindings.Lanes;
import io.lorecast.bindings.Outcome;
import io.lorecast.bindings.aws.DeadLetters;
import io.lorecast.bindings.aws.DeadLetters.Tried;
import io.lorecast.bindings.aws.Envelope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Takes events from an SQS queue, if one is configured: for functions in containers. A message is
 * deleted once its function is done with it; one that was not applied comes again when its
 * visibility ends, and lies in the queue's dead letters, with the reason, after as many tries as
 * the queue says.
 */
@Singleton
class QueueConsumption {

  private static final Logger LOG = Logger.getLogger(QueueConsumption.class);

  /** The longest that SQS holds a question open, in seconds. */
  private static final int LONG_POLL = 20;

  /** The most that SQS answers with. */
  private static final int BATCH = 10;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private static final MessageSystemAttributeName TRIES =
      MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;

  private final Provider<SqsAsyncClient> client;
  private final EventInbox inbox;
  private final DeadLetters deadLetters;
  private final QueueConfig config;
  private Cancellable running = () -> {};

  QueueConsumption(
      Provider<SqsAsyncClient> client,
      EventInbox inbox,
      DeadLetters deadLetters,
      QueueConfig config) {
    this.client = client;
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    config.url().ifPresent(queue -> running = take(client.get(), queue));
  }

  void stop(@Observes ShutdownEvent stopped) {
    running.cancel();
  }

  /** Receives the next messages only once those before are done: no more are taken than handled. */
  private Cancellable take(SqsAsyncClient sqs, String queue) {
    ReceiveMessageRequest ask =
        ReceiveMessageRequest.builder()
            .queueUrl(queue)
            .waitTimeSeconds(LONG_POLL)
            .maxNumberOfMessages(BATCH)
            .messageSystemAttributeNames(TRIES)
            .build();
    return Uni.createFrom()
        .completionStage(() -> sqs.receiveMessage(ask))
        .chain(
            received ->
                Lanes.handle(
                    received.messages().stream().map(Received::of).toList(),
                    Received::lane,
                    config.concurrency(),
                    message -> handle(sqs, queue, message)))
        .onFailure()
        .invoke(failure -> LOG.errorf("the queue cannot be read: %s", failure.toString()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .indefinitely()
        .repeat()
        .indefinitely()
        .subscribe()
        .with(handled -> {});
  }

  private Uni<Void> handle(SqsAsyncClient sqs, String queue, Received received) {
    return inbox
        .deliver(received.event())
        .chain(outcome -> isDone(received, outcome))
        .chain(
            done ->
                done
                    ? Uni.createFrom()
                        .completionStage(
                            () ->
                                sqs.deleteMessage(
                                    one -> one.queueUrl(queue).receiptHandle(received.receipt())))
                        .replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }

  private Uni<Boolean> isDone(Received received, Outcome outcome) {
    outcome
        .reason()
        .ifPresent(
            reason -> LOG.warnf("message %s was not applied: %s", received.tried().id(), reason));
    return deadLetters.settle(received.tried(), outcome);
  }

  /** A message and the event in it. */
  private record Received(Tried tried, String receipt, JsonNode event) {

    static Received of(Message message) {
      int tries = Integer.parseInt(message.attributes().getOrDefault(TRIES, "0"));
      return new Received(
          new Tried(message.messageId(), message.body(), tries),
          message.receiptHandle(),
          Envelope.open(message.body()));
    }

    String lane() {
      return Lanes.of(event, tried.id());
    }
  }
}
