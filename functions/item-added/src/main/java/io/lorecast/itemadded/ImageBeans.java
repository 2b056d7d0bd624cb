package io.lorecast.itemadded;

import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.image.Ffmpeg;
import io.lorecast.encoding.image.ImageEncoderSettings;
import io.lorecast.encoding.image.ImageEncoders;
import io.lorecast.encoding.image.ImageLimits;
import io.lorecast.encoding.image.ImageSourceSettings;
import io.lorecast.encoding.image.ImageSources;
import io.lorecast.encoding.image.VideoEncoder;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Opens the image model that the configuration names, if any. */
@Singleton
class ImageBeans {

  /** Few: each may hold a file of megabytes, and a slow host must not keep texts waiting. */
  private static final int WORKERS = 2;

  private final ItemAddedConfig.Images config;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  ImageBeans(ItemAddedConfig config) {
    this.config = config.images();
  }

  @Produces
  @Singleton
  @Startup
  @DefaultBean
  Optional<ImageEncoder> imageEncoder() {
    ImageEncoderSettings settings = new ImageEncoderSettings(limits(), 1);
    return config.model().map(folder -> ImageEncoders.open(folder, settings));
  }

  void close(@Disposes Optional<ImageEncoder> encoder) {
    encoder.ifPresent(ImageEncoder::close);
  }

  private ImageLimits limits() {
    return new ImageLimits(config.bytes(), config.pixels(), config.timeout());
  }

  ExecutorService workers() {
    return workers;
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }

  VideoEncoder videos(ImageEncoder images) {
    Duration timeout = config.timeout();
    return new VideoEncoder(images, limits(), config.frames(), Ffmpeg.find("ffmpeg", timeout));
  }

  ImageSources sources() {
    return new ImageSources(
        new ImageSourceSettings(
            config.folder(),
            config.hosts().orElse(java.util.List.of()),
            config.bytes(),
            config.timeout()));
  }
}
