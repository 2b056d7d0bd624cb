package io.lorecast.allinone;

import io.lorecast.store.ChangeFeed;
import io.lorecast.store.HotStateRebuild;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens once the functions answer: hot state, sample, welcome, then waiting for Ctrl-C. */
public class LocalApplication implements QuarkusApplication {

  private final ChangeFeed feed;
  private final HotStateRebuild rebuild;
  private final SampleCatalogue sample;
  private final int port;

  LocalApplication(
      ChangeFeed feed,
      HotStateRebuild rebuild,
      SampleCatalogue sample,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.feed = feed;
    this.rebuild = rebuild;
    this.sample = sample;
    this.port = port;
  }

  @Override
  public int run(String... arguments) {
    restoreHotState();
    System.out.println(Welcome.ready(port));
    sample.load(port);
    System.out.println(Welcome.examples(port));
    Quarkus.waitForExit();
    return 0;
  }

  /** Redis may have been emptied or be new: everything hot is made from the record. */
  private void restoreHotState() {
    if (feed.since(Long.MAX_VALUE).await().indefinitely().generation().isEmpty()) {
      rebuild
          .run((what, done) -> System.out.printf("Restored from the record: %,d %s%n", done, what))
          .await()
          .indefinitely();
    }
  }
}
