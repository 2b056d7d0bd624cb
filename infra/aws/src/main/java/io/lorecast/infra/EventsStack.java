package io.lorecast.infra;

import io.lorecast.events.EventTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.BaseArchiveProps;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The bus, and from it a rule for each type of event to the queue of the function that handles it.
 * What a function could not apply in three tries lies in the dead-letter queue beside its queue,
 * where the function itself puts it in the last try, with the reason.
 */
final class EventsStack extends Stack {

  /** The queue of the encoder, which runs on ECS. */
  static final String ENCODER = "item-added";

  /** What the encoder handles. */
  static final List<String> ENCODER_TYPES =
      List.of(
          EventTypes.ITEM_ADDED,
          EventTypes.ITEM_REMOVED,
          EventTypes.ENCODE_CATALOGUE,
          EventTypes.ENCODE_QUERY,
          EventTypes.ENCODE_LABELS);

  /** How long the encoder may take for one batch. */
  static final Duration ENCODER_TIMEOUT = Duration.minutes(15);

  private static final int TRIES = 3;

  /** So much longer than a function may take, as AWS asks for: its throttling is no failed try. */
  private static final int VISIBILITY_FACTOR = 6;

  private static final Duration ARCHIVED = Duration.days(30);
  private static final Duration DEAD_KEPT = Duration.days(14);

  private final EventBus bus;
  private final Key key;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, Queue> deadLetters = new LinkedHashMap<>();

  EventsStack(Construct scope, Settings settings, Key key) {
    super(scope, settings.name() + "-events");
    this.key = key;
    this.bus =
        EventBus.Builder.create(this, "Bus")
            .eventBusName(settings.name())
            .description("Every event of Lorecast")
            .build();
    bus.archive(
        "Archive",
        BaseArchiveProps.builder()
            .eventPattern(EventPattern.builder().detailType(EventTypes.ALL).build())
            .retention(ARCHIVED)
            .build());
    for (LightFunction function : settings.deployed()) {
      Duration timeout = Duration.seconds(function.size().timeout());
      route(function.id(), timeout, function.types());
    }
    route(ENCODER, ENCODER_TIMEOUT, ENCODER_TYPES);
  }

  private void route(String name, Duration timeout, List<String> types) {
    Queue dead = encrypted(name + "-dead-letters").retentionPeriod(DEAD_KEPT).build();
    Queue queue =
        encrypted(name)
            .visibilityTimeout(Duration.seconds(timeout.toSeconds().intValue() * VISIBILITY_FACTOR))
            .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(TRIES).build())
            .build();
    queues.put(name, queue);
    deadLetters.put(name, dead);
    for (String type : types) {
      Rule.Builder.create(this, "Rule-" + type + "-" + name)
          .eventBus(bus)
          .description(type + " to " + name)
          .eventPattern(EventPattern.builder().detailType(List.of(type)).build())
          .targets(List.of(SqsQueue.Builder.create(queue).deadLetterQueue(dead).build()))
          .build();
    }
  }

  private Queue.Builder encrypted(String id) {
    return Queue.Builder.create(this, "Queue-" + id)
        .encryption(QueueEncryption.KMS)
        .encryptionMasterKey(key)
        .enforceSsl(true);
  }

  EventBus bus() {
    return bus;
  }

  /** Returns the queues by function. */
  Map<String, Queue> queues() {
    return queues;
  }

  /** Returns the queue of {@code function}, a name. */
  Queue queue(String function) {
    return Objects.requireNonNull(queues.get(function), function);
  }

  /** Returns what the reader of the queue of {@code function} is told of its dead letters. */
  Map<String, String> toldOfDeadLetters(String function) {
    return Map.of(
        "LORECAST_AWS_DEAD_LETTERS",
        deadLetters(function).getQueueUrl(),
        "LORECAST_AWS_TRIES",
        Integer.toString(TRIES));
  }

  /** Returns the dead-letter queue of {@code function}, a name. */
  Queue deadLetters(String function) {
    return Objects.requireNonNull(deadLetters.get(function), function);
  }

  /** Returns the dead-letter queues by function. */
  Map<String, Queue> deadLetters() {
    return deadLetters;
  }
}
