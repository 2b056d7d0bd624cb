package io.lorecast.store.redis;

import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the access to Redis from the configuration. */
@Singleton
final class RedisBeans {

  @Produces
  @Singleton
  RedisCommands commands(Redis redis, RedisConfig config) {
    return new RedisCommands(redis, config.timeout());
  }

  @Produces
  @Singleton
  RedisKeys keys(
      @ConfigProperty(name = "lorecast.tenant", defaultValue = "default") String tenant) {
    return new RedisKeys(tenant);
  }
}
