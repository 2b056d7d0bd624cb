package io.lorecast.itemadded;

import io.lorecast.encoding.EncodedTexts;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.View;
import io.lorecast.encoding.ViewFusion;
import io.lorecast.store.VectorStores;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes the parts of the functions from their configuration. */
@Singleton
class ItemAddedBeans {

  private static final int MOST_WORKERS = 4;

  private final ItemAddedConfig config;
  private final ExecutorService workers;

  ItemAddedBeans(ItemAddedConfig config) {
    this.config = config;
    int threads =
        config.workers().orElse(Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
    // Bounded on both sides: encoding takes a core, and what waits is kept by the bus, not here.
    this.workers =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(config.queue()));
  }

  @Produces
  @Singleton
  ItemEncoder itemEncoder(Encoder encoder, VectorStores vectors) {
    ItemAddedConfig.Weights weights = config.weights();
    ViewFusion fusion =
        new ViewFusion(
            Map.of(
                View.NAME, weights.name(),
                View.DESCRIPTION, weights.description(),
                View.REVIEWS, weights.reviews()));
    return new ItemEncoder(new EncodedTexts(encoder, vectors.encoded(), workers), fusion);
  }

  @Produces
  @Singleton
  ItemAddedMapper mapper(Clock clock) {
    return new ItemAddedMapper(clock);
  }

  @PreDestroy
  void stop() {
    workers.shutdown();
  }
}
