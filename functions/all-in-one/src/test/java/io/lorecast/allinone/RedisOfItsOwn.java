package io.lorecast.allinone;

import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * The stores of {@link LocalStoresResource}, but a Redis at a port where the test starts and ends
 * servers itself; there is none when the application starts.
 */
public final class RedisOfItsOwn implements QuarkusTestResourceLifecycleManager {

  private final LocalStoresResource others = new LocalStoresResource();

  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = new HashMap<>(others.start());
    configuration.put("quarkus.redis.hosts", "redis://127.0.0.1:" + freePort());
    return configuration;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    others.stop();
  }
}
