package io.lorecast.store.testing;

import io.lorecast.local.DynamoDbLocal;
import io.lorecast.local.Placement;
import io.lorecast.local.RedisServer;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One real Redis and one real DynamoDB Local, in memory, for all tests of a process, whatever class
 * loader they run in. They end with the process. Tests keep apart by a tenant of their own.
 */
public final class LocalServers {

  /** What the names of the tables of all tests start with. */
  public static final String TABLE_PREFIX = "test-";

  private static final String REDIS = "lorecast.test.redis-uri";
  private static final String DYNAMO = "lorecast.test.dynamodb-endpoint";

  private LocalServers() {}

  /** Returns how to reach Redis. */
  public static String redisUri() {
    return once(REDIS, () -> RedisServer.start(Placement.inMemory()).uri());
  }

  /** Returns where DynamoDB is. */
  public static URI dynamoEndpoint() {
    return URI.create(
        once(DYNAMO, () -> DynamoDbLocal.start(Placement.inMemory()).endpoint().toString()));
  }

  /** Returns a tenant that nobody else uses. */
  public static String newTenant() {
    return "test-" + UUID.randomUUID();
  }

  /** System properties are the one thing that all class loaders of a process share. */
  private static String once(String property, Supplier<String> start) {
    synchronized (System.getProperties()) {
      String known = System.getProperty(property);
      if (known == null) {
        known = start.get();
        System.setProperty(property, known);
      }
      return known;
    }
  }
}
