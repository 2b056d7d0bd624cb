package io.lorecast.store.layered;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphStore;
import io.lorecast.store.ItemStore;
import io.lorecast.store.LearningStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.WeightStore;
import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.dynamodb.DynamoTables;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.redis.RedisKeys;
import io.quarkus.arc.DefaultBean;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Makes every port a bean; an application or a test that makes its own replaces them. */
@Singleton
public class StoreBeans {

  private static final Duration TABLES_CREATED = Duration.ofMinutes(2);

  @Produces
  @Singleton
  @DefaultBean
  DynamoDbAsyncClient dynamoClient(StoresConfig config) {
    DynamoDbAsyncClient client = DynamoClients.create(config);
    if (config.createTables()) {
      new DynamoTables(config.tablePrefix()).create(client).await().atMost(TABLES_CREATED);
    }
    return client;
  }

  void close(@Disposes DynamoDbAsyncClient client) {
    client.close();
  }

  @Produces
  @Singleton
  Stores stores(
      StoresConfig config,
      @ConfigProperty(name = "lorecast.tenant", defaultValue = "default") String tenant,
      Redis redis,
      DynamoDbAsyncClient dynamo) {
    return new Stores(
        new Dynamo(dynamo, tenant),
        new DynamoTables(config.tablePrefix()),
        new RedisCommands(redis, config.redisTimeout()),
        new RedisKeys(tenant),
        config.encodedKept());
  }

  @Produces
  @Singleton
  @DefaultBean
  ItemStore items(Stores stores) {
    return stores.items();
  }

  @Produces
  @Singleton
  @DefaultBean
  FeedbackLog feedbackLog(Stores stores) {
    return stores.feedbackLog();
  }

  @Produces
  @Singleton
  @DefaultBean
  LearningStore learning(Stores stores) {
    return stores.learning();
  }

  @Produces
  @Singleton
  @DefaultBean
  ChangeFeed changes(Stores stores) {
    return stores.changes();
  }

  @Produces
  @Singleton
  @DefaultBean
  GraphStore graph(Stores stores) {
    return stores.graph();
  }

  @Produces
  @Singleton
  @DefaultBean
  ModelStore model(Stores stores) {
    return stores.model();
  }

  @Produces
  @Singleton
  @DefaultBean
  WeightStore weights(Stores stores) {
    return stores.weights();
  }

  @Produces
  @Singleton
  @DefaultBean
  VectorStores vectors(Stores stores) {
    return stores.vectors();
  }
}
