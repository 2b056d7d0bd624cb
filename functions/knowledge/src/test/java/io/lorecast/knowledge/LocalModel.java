package io.lorecast.knowledge;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A model on this machine, at a port that the tests are told and listen at. */
public class LocalModel implements QuarkusTestProfile {

  /** The vocabulary. */
  static final Map<String, String> RELATIONS =
      Map.of(
          "theme", "theme",
          "mood", "mood",
          "setting", "place",
          "features", "person",
          "based-on", "work");

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> overrides = new HashMap<>();
    RELATIONS.forEach(
        (relation, type) -> overrides.put("lorecast.knowledge.relations." + relation, type));
    overrides.put("lorecast.knowledge.provider", "openai");
    overrides.put("lorecast.knowledge.model", "test-model");
    overrides.put("lorecast.knowledge.url", "http://127.0.0.1:" + freePort() + "/v1");
    overrides.put("lorecast.knowledge.api-key", "test-key");
    overrides.put("lorecast.knowledge.retry-wait", "1ms");
    overrides.put("lorecast.knowledge.timeout", "20s");
    overrides.put("lorecast.knowledge.facts", "6");
    overrides.put("lorecast.knowledge.same-relation", "3");
    overrides.put("lorecast.knowledge.breaker.calls", "1000");
    return overrides;
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
