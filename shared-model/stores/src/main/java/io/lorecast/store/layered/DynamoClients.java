package io.lorecast.store.layered;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;

/** Makes the client of DynamoDB from the configuration. */
final class DynamoClients {

  /** Requests that may wait for a connection; a burst must queue here, not fail. */
  private static final int WAITING = 10_000;

  private DynamoClients() {}

  static DynamoDbAsyncClient create(StoresConfig config) {
    DynamoDbAsyncClientBuilder builder =
        DynamoDbAsyncClient.builder()
            .httpClientBuilder(
                NettyNioAsyncHttpClient.builder()
                    .maxPendingConnectionAcquires(WAITING)
                    .connectionAcquisitionTimeout(config.dynamodbTimeout()))
            .overrideConfiguration(overrides -> overrides.apiCallTimeout(config.dynamodbTimeout()));
    config.dynamodbEndpoint().ifPresent(builder::endpointOverride);
    config.region().map(Region::of).ifPresent(builder::region);
    if (config.local()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    return builder.build();
  }
}
