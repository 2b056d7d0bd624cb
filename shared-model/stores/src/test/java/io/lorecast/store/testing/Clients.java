package io.lorecast.store.testing;

import io.lorecast.store.dynamodb.DynamoTables;
import io.lorecast.store.redis.RedisCommands;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Clients of the {@link LocalServers}, one of each for all tests, the tables created. */
public final class Clients {

  /** The tables of all tests. */
  public static final DynamoTables TABLES = new DynamoTables(LocalServers.TABLE_PREFIX);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Clients() {}

  private static final class OfRedis {
    static final RedisCommands COMMANDS =
        new RedisCommands(redis(LocalServers.redisUri()), PATIENCE);
  }

  private static final class OfDynamo {
    static final DynamoDbAsyncClient CLIENT = create();

    private static DynamoDbAsyncClient create() {
      DynamoDbAsyncClient client =
          DynamoDbAsyncClient.builder()
              .endpointOverride(LocalServers.dynamoEndpoint())
              .region(Region.of("local"))
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
              .build();
      TABLES.create(client).await().atMost(PATIENCE);
      return client;
    }
  }

  /** Returns the commands of the shared Redis. */
  public static RedisCommands redis() {
    return OfRedis.COMMANDS;
  }

  /** Returns a new client of the Redis at {@code uri}. */
  public static Redis redis(String uri) {
    return Redis.createClient(
        Vertx.vertx(), new RedisOptions().setConnectionString(uri).setMaxPoolWaiting(1_000));
  }

  /** Returns the client of the shared DynamoDB. */
  public static DynamoDbAsyncClient dynamo() {
    return OfDynamo.CLIENT;
  }
}
