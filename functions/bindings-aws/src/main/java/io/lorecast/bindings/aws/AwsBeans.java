package io.lorecast.bindings.aws;

import io.lorecast.bindings.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;

/** Where follow-on events go. */
final class AwsBeans {

  @Produces
  @Singleton
  EventPublisher publisher(AwsConfig config) {
    return config
        .eventBus()
        .<EventPublisher>map(bus -> new EventBridgePublisher(EventBridgeAsyncClient.create(), bus))
        .orElse(event -> Uni.createFrom().voidItem());
  }
}
