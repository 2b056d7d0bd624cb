package io.lorecast.bindings.sqs;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A server of the SQS API with a queue that gives a message up after three tries. */
public final class ElasticMq implements QuarkusTestResourceLifecycleManager {

  static final String ENDPOINT = "test.sqs.endpoint";

  private SQSRestServer server;

  @Override
  public Map<String, String> start() {
    server = SQSRestServerBuilder.withDynamicPort().withInterface("localhost").start();
    int port = server.waitUntilStarted().localAddress().getPort();
    String endpoint = "http://localhost:" + port;
    try (SqsAsyncClient sqs = client(endpoint)) {
      String dead = sqs.createQueue(queue -> queue.queueName("dead")).join().queueUrl();
      String arn =
          sqs.getQueueAttributes(
                  ask -> ask.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
              .join()
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN);
      String redrive =
          """
          {"deadLetterTargetArn": "%s", "maxReceiveCount": "3"}
          """
              .formatted(arn);
      String queue =
          sqs.createQueue(
                  wanted ->
                      wanted
                          .queueName("feedback")
                          .attributes(
                              Map.of(
                                  QueueAttributeName.VISIBILITY_TIMEOUT,
                                  "1",
                                  QueueAttributeName.REDRIVE_POLICY,
                                  redrive)))
              .join()
              .queueUrl();
      return Map.of(
          ENDPOINT, endpoint, "lorecast.aws.dead-letters", dead, "lorecast.sqs.url", queue);
    }
  }

  /** Returns a client of the server at {@code endpoint}. */
  static SqsAsyncClient client(String endpoint) {
    return SqsAsyncClient.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.of("local"))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void stop() {
    server.stopAndWait();
  }
}
