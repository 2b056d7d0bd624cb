package io.lorecast.store.dynamodb;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;

/** Makes the access to DynamoDB from the configuration. */
@Singleton
final class DynamoBeans {

  private static final Duration TABLES_CREATED = Duration.ofMinutes(2);
  private static final String LOCAL = "local";

  /** Requests that may wait for a connection: a burst must queue here, not fail. */
  private static final int WAITING = 10_000;

  @Produces
  @Singleton
  @DefaultBean
  DynamoDbAsyncClient client(DynamoConfig config) {
    DynamoDbAsyncClientBuilder builder =
        DynamoDbAsyncClient.builder()
            .httpClientBuilder(
                NettyNioAsyncHttpClient.builder()
                    .maxPendingConnectionAcquires(WAITING)
                    .connectionAcquisitionTimeout(config.timeout()))
            .overrideConfiguration(overrides -> overrides.apiCallTimeout(config.timeout()));
    if (config.local()) {
      builder
          .region(Region.of(LOCAL))
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create(LOCAL, LOCAL)));
    }
    config.endpoint().ifPresent(builder::endpointOverride);
    config.region().map(Region::of).ifPresent(builder::region);
    return builder.build();
  }

  void close(@Disposes DynamoDbAsyncClient client) {
    client.close();
  }

  @Produces
  @Singleton
  DynamoTables tables(DynamoConfig config) {
    return new DynamoTables(config.tablePrefix());
  }

  @Produces
  @Singleton
  Dynamo dynamo(
      DynamoDbAsyncClient client,
      DynamoConfig config,
      DynamoTables tables,
      @ConfigProperty(name = "lorecast.tenant", defaultValue = "default") String tenant) {
    if (config.createTables()) {
      tables.create(client).await().atMost(TABLES_CREATED);
    }
    return new Dynamo(client, tenant, config.groupWrites());
  }

  /** Creates tables at the start: who asks first may be a probe, whose thread must not wait. */
  void createTables(
      @Observes StartupEvent started, DynamoConfig config, Instance<Dynamo> whenCreated) {
    if (config.createTables()) {
      whenCreated.get();
    }
  }
}
