package io.lorecast.itemadded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** How items are encoded. */
@ConfigMapping(prefix = "lorecast.item-added")
public interface ItemAddedConfig {

  /** The most tokens read of a text, 3 to 512. Another number makes other vectors. */
  @WithDefault("256")
  int maxTokens();

  /** Threads of one run of the model, at least 1. */
  @WithDefault("1")
  int threadsPerRun();

  /** Texts encoded at once, at least 1; the processors of the machine, at most 4, if absent. */
  OptionalInt workers();

  /** Items that may wait for a worker, at least 1; the next is refused, to be delivered again. */
  @WithDefault("1000")
  int queue();

  /** Where the model is unpacked; a folder among the temporary files if absent. */
  Optional<Path> modelFolder();

  /** What each view counts in the content vector. */
  Weights weights();

  /** Weights above 0; only their proportions matter. */
  interface Weights {
    /** The weight of the name. */
    @WithDefault("1")
    float name();

    /** The weight of the description. */
    @WithDefault("1")
    float description();

    /** The weight of all reviews together. */
    @WithDefault("1")
    float reviews();
  }
}
