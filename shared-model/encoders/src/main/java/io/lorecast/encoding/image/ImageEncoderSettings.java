package io.lorecast.encoding.image;

/**
 * How an image encoder runs.
 *
 * @param limits what is taken of one image
 * @param threads of one run; 1 is the most images for the CPU where several run at once
 */
public record ImageEncoderSettings(ImageLimits limits, int threads) {

  public ImageEncoderSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /** Returns the default limits and one thread. */
  public static ImageEncoderSettings defaults() {
    return new ImageEncoderSettings(ImageLimits.defaults(), 1);
  }
}
