package io.lorecast.bindings;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start of a process that anybody on the network could call. */
@Singleton
class HostGuard {

  private final String host;
  private final ApiKey key;
  private final BindingsConfig config;

  HostGuard(
      @ConfigProperty(name = "quarkus.http.host") String host, ApiKey key, BindingsConfig config) {
    this.host = host;
    this.key = key;
    this.config = config;
  }

  void onStart(@Observes StartupEvent event) {
    check();
  }

  /**
   * Checks that only this machine can call, or callers must show a key, or somebody has said that
   * this is well.
   *
   * @throws IllegalStateException if none of it is so
   */
  void check() {
    if (!key.isSet() && !config.open() && !isLoopback(host)) {
      throw new IllegalStateException(
          "quarkus.http.host is "
              + host
              + ", so other machines can call, and no key is set. Set lorecast.api-key"
              + " (LORECAST_API_KEY), or lorecast.http.open=true if something in front asks who"
              + " calls.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
