package io.lorecast.bindings.aws;

import io.lorecast.bindings.EventPublisher;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Where follow-on events go, and the client of queues. */
final class AwsBeans {

  @Produces
  @Singleton
  EventPublisher publisher(AwsConfig config) {
    return config
        .eventBus()
        .<EventPublisher>map(bus -> new EventBridgePublisher(EventBridgeAsyncClient.create(), bus))
        .orElse(event -> Uni.createFrom().voidItem());
  }

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
