package io.lorecast.encoding.onnx;

import java.nio.file.Path;

/**
 * How a text encoder runs.
 *
 * @param maxTokens the most tokens that are read of a text, first and last included; what comes
 *     after is left out. 3 to what the model was built for, for MiniLM 512
 * @param threads of one run; 1 is the most texts for the CPU where several run at once
 * @param cacheFolder where the model is unpacked, once; made if it is not there
 */
public record EncoderSettings(int maxTokens, int threads, Path cacheFolder) {

  public EncoderSettings {
    if (maxTokens < 3) {
      throw new IllegalArgumentException("maxTokens must be at least 3, was " + maxTokens);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /** Returns 256 tokens, one thread, and a folder of this user's among the temporary files. */
  public static EncoderSettings defaults() {
    String folder = "lorecast-models-" + System.getProperty("user.name");
    return new EncoderSettings(256, 1, Path.of(System.getProperty("java.io.tmpdir"), folder));
  }

  /** Returns these settings with another {@code maxTokens}. */
  public EncoderSettings withMaxTokens(int maxTokens) {
    return new EncoderSettings(maxTokens, threads, cacheFolder);
  }
}
