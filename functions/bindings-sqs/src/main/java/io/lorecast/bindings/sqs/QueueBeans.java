package io.lorecast.bindings.sqs;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The client of SQS. */
final class QueueBeans {

  @Produces
  @Singleton
  @DefaultBean
  SqsAsyncClient queues() {
    return SqsAsyncClient.create();
  }

  void close(@Disposes SqsAsyncClient queues) {
    queues.close();
  }
}
