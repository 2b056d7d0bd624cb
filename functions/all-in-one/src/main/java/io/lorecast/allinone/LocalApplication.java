package io.lorecast.allinone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens once the functions answer: the sample, the welcome, then waiting for Ctrl-C. */
public class LocalApplication implements QuarkusApplication {

  private final SampleCatalogue sample;
  private final int port;

  LocalApplication(
      SampleCatalogue sample, @ConfigProperty(name = "quarkus.http.port") int port) {
    this.sample = sample;
    this.port = port;
  }

  @Override
  public int run(String... arguments) {
    sample.load(port);
    System.out.println(Welcome.text(port));
    Quarkus.waitForExit();
    return 0;
  }
}
