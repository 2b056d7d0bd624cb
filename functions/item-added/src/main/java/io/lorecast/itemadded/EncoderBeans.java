package io.lorecast.itemadded;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodersByLanguage;
import io.lorecast.encoding.onnx.EncoderSettings;
import io.lorecast.encoding.onnx.ModelOptions;
import io.lorecast.encoding.onnx.TextEncoders;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the models that the configuration names. */
@Singleton
class EncoderBeans {

  private final ItemAddedConfig config;

  EncoderBeans(ItemAddedConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  @Startup // opening a model takes a second, which the first event should not wait for
  @DefaultBean
  EncodersByLanguage encoders() {
    return TextEncoders.openAll(config.encoder(), config.encoders(), this::options, settings());
  }

  void close(@Disposes EncodersByLanguage encoders) {
    encoders.close();
  }

  /** The encoder of every language that has none of its own. */
  @Produces
  @Singleton
  @DefaultBean
  Encoder encoder(EncodersByLanguage encoders) {
    return encoders.fallback();
  }

  @Produces
  @Singleton
  @Startup
  @DefaultBean
  @Named("generative")
  Optional<Encoder> generative() {
    return config
        .generative()
        .folder()
        .map(folder -> TextEncoders.openGenerative(folder, options(folder), settings()));
  }

  void close(@Disposes @Named("generative") Optional<Encoder> generative) {
    generative.ifPresent(Encoder::close);
  }

  private EncoderSettings settings() {
    return new EncoderSettings(
        config.modelsFolder(),
        config.cacheFolder().orElse(EncoderSettings.defaults().cacheFolder()),
        config.device(),
        config.threadsPerRun());
  }

  /** Returns what is configured for the model of this name, else what is for all. */
  private ModelOptions options(String model) {
    ItemAddedConfig.Model own = config.models().get(Path.of(model).getFileName().toString());
    ModelOptions all =
        config.maxTokens().isPresent()
            ? ModelOptions.ofMaxTokens(config.maxTokens().getAsInt())
            : ModelOptions.NONE;
    return own == null
        ? all
        : new ModelOptions(
                own.maxTokens(),
                own.pooling(),
                own.documentPrefix(),
                own.queryPrefix(),
                own.precision())
            .or(all);
  }
}
