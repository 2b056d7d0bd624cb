package io.lorecast.encoding.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How encoders run and where their models are.
 *
 * @param modelsFolder holds a folder for each model, named as its preset; models are also looked
 *     for on the class path
 * @param cacheFolder where a model of the class path is unpacked, once; made if it is not there
 * @param device where models run
 * @param threads of one run on a CPU; 1 is the most texts for the CPU where several run at once
 */
public record EncoderSettings(
    Optional<Path> modelsFolder, Path cacheFolder, Device device, int threads) {

  public EncoderSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /**
   * Returns no models folder, a cache folder of this user's among the temporary files, any device
   * and one thread.
   */
  public static EncoderSettings defaults() {
    String folder = "lorecast-models-" + System.getProperty("user.name");
    return new EncoderSettings(
        Optional.empty(), Path.of(System.getProperty("java.io.tmpdir"), folder), Device.AUTO, 1);
  }

  /** Returns these settings with another {@code cacheFolder}. */
  public EncoderSettings withCacheFolder(Path cacheFolder) {
    return new EncoderSettings(modelsFolder, cacheFolder, device, threads);
  }

  /** Returns these settings with another {@code modelsFolder}. */
  public EncoderSettings withModelsFolder(Path modelsFolder) {
    return new EncoderSettings(Optional.of(modelsFolder), cacheFolder, device, threads);
  }
}
