package io.lorecast.encoding.image;

import java.time.Duration;

/**
 * What is taken at most of one image or video. A file of a few bytes can ask for gigabytes of
 * pixels, so the header is judged before anything is decoded.
 *
 * @param bytes of the file, at least 1
 * @param pixels of the picture, or of one frame; at least 1. Decoding takes 3 to 8 bytes each
 * @param decoding how long decoding may take, above 0; of an animation all its frames together
 */
public record ImageLimits(long bytes, long pixels, Duration decoding) {

  public ImageLimits {
    if (bytes < 1 || bytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("bytes must be 1 to 2147483639, was " + bytes);
    }
    if (pixels < 1) {
      throw new IllegalArgumentException("pixels must be at least 1, was " + pixels);
    }
    if (!decoding.isPositive()) {
      throw new IllegalArgumentException("decoding must be above 0, was " + decoding);
    }
  }

  /** Returns 10 MiB, 40 million pixels and 10 seconds. */
  public static ImageLimits defaults() {
    return new ImageLimits(10 << 20, 40_000_000, Duration.ofSeconds(10));
  }
}
