package io.lorecast.knowledge;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;

/** A model on this machine, at a port that the tests are told and listen at. */
public class LocalModel implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "lorecast.knowledge.provider", "openai",
        "lorecast.knowledge.model", "test-model",
        "lorecast.knowledge.url", "http://127.0.0.1:" + freePort() + "/v1",
        "lorecast.knowledge.api-key", "test-key",
        "lorecast.knowledge.retry-wait", "1ms",
        "lorecast.knowledge.timeout", "2s",
        "lorecast.knowledge.facts", "6",
        "lorecast.knowledge.same-relation", "3",
        "lorecast.knowledge.breaker.calls", "1000");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with stores in memory. */
  public static final class InMemory extends LocalModel {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }
  }
}
