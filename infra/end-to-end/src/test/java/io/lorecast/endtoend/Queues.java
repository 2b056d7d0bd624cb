package io.lorecast.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of the templates, on a server of the SQS API, and what the bus's rules send there. */
final class Queues implements AutoCloseable {

  private final Templates templates;
  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsAsyncClient sqs;
  private final Map<String, String> urls = new HashMap<>();

  private Queues(Templates templates, SQSRestServer server) {
    this.templates = templates;
    this.server = server;
    this.endpoint =
        URI.create("http://localhost:" + server.waitUntilStarted().localAddress().getPort());
    this.sqs =
        SqsAsyncClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of("local"))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  /** Starts a server and creates the queues on it. */
  static Queues start(Templates templates) throws IOException {
    SQSRestServer server =
        SQSRestServerBuilder.withDynamicPort().withInterface("localhost").start();
    Queues queues = new Queues(templates, server);
    Map<String, JsonNode> wanted = templates.resources("events", "AWS::SQS::Queue");
    for (Map.Entry<String, JsonNode> queue : wanted.entrySet()) {
      if (!queue.getValue().has("RedrivePolicy")) {
        queues.create(queue.getKey(), Map.of());
      }
    }
    for (Map.Entry<String, JsonNode> queue : wanted.entrySet()) {
      if (queue.getValue().has("RedrivePolicy")) {
        queues.create(queue.getKey(), queues.attributes(queue.getValue()));
      }
    }
    return queues;
  }

  private Map<QueueAttributeName, String> attributes(JsonNode queue) throws IOException {
    JsonNode redrive = queue.path("RedrivePolicy");
    String dead = templates.referred("events", redrive.path("deadLetterTargetArn"));
    String policy =
        """
        {"deadLetterTargetArn": "%s", "maxReceiveCount": "%d"}
        """
            .formatted(arn(dead), redrive.path("maxReceiveCount").asInt());
    return Map.of(
        QueueAttributeName.REDRIVE_POLICY,
        policy,
        QueueAttributeName.VISIBILITY_TIMEOUT,
        queue.path("VisibilityTimeout").asText());
  }

  private void create(String id, Map<QueueAttributeName, String> attributes) {
    urls.put(
        id, sqs.createQueue(queue -> queue.queueName(id).attributes(attributes)).join().queueUrl());
  }

  private String arn(String id) {
    return sqs.getQueueAttributes(
            ask -> ask.queueUrl(urls.get(id)).attributeNames(QueueAttributeName.QUEUE_ARN))
        .join()
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  /** Sends {@code envelope}, an event of EventBridge, where the rules of the bus send it. */
  void publish(JsonNode envelope) throws IOException {
    for (JsonNode rule : templates.resources("events", "AWS::Events::Rule").values()) {
      if (rule.has("EventBusName") && matches(rule.path("EventPattern"), envelope)) {
        for (JsonNode target : rule.path("Targets")) {
          String queue = urls.get(templates.referred("events", target.path("Arn")));
          sqs.sendMessage(to -> to.queueUrl(queue).messageBody(envelope.toString())).join();
        }
      }
    }
  }

  /** As EventBridge matches: of each field, one of the values. */
  private static boolean matches(JsonNode pattern, JsonNode envelope) {
    return pattern.properties().stream()
        .allMatch(
            field -> {
              for (JsonNode value : field.getValue()) {
                if (!value.isTextual()) {
                  throw new IllegalArgumentException("only plain values are known: " + value);
                }
                if (value.equals(envelope.path(field.getKey()))) {
                  return true;
                }
              }
              return false;
            });
  }

  /** Returns up to {@code most} messages of the queue {@code id}; none if there are none. */
  List<Message> receive(String id, int most) {
    List<Message> messages = new ArrayList<>();
    List<Message> more;
    do {
      more =
          sqs.receiveMessage(
                  from ->
                      from.queueUrl(urls.get(id))
                          .maxNumberOfMessages(Math.min(10, most - messages.size()))
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                          .messageAttributeNames("All"))
              .join()
              .messages();
      messages.addAll(more);
    } while (!more.isEmpty() && messages.size() < most);
    return messages;
  }

  /** Returns what a function must be told to reach these queues; its dead letters are in one. */
  Map<String, String> environment(String deadLetters) {
    return Map.of(
        "LORECAST_AWS_DEAD_LETTERS",
        Objects.requireNonNull(urls.get(deadLetters), deadLetters),
        "AWS_ENDPOINT_URL_SQS",
        endpoint.toString(),
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local");
  }

  void delete(String id, Message message) {
    sqs.deleteMessage(one -> one.queueUrl(urls.get(id)).receiptHandle(message.receiptHandle()))
        .join();
  }

  /** Makes {@code message} visible now, as if its visibility timeout had gone by. */
  void release(String id, Message message) {
    sqs.changeMessageVisibility(
            one ->
                one.queueUrl(urls.get(id))
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(0))
        .join();
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
  }
}
