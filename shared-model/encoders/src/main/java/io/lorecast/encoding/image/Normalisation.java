package io.lorecast.encoding.image;

import java.util.List;

/**
 * The numbers that a model wants for the values 0 to 255: (value * scale - mean) / deviation.
 *
 * @param scale for example 1/255
 * @param mean of red, green and blue
 * @param deviation of red, green and blue; none is 0
 */
record Normalisation(double scale, List<Double> mean, List<Double> deviation) {

  Normalisation {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != Pixels.CHANNELS
        || deviation.size() != Pixels.CHANNELS
        || deviation.contains(0.)) {
      throw new IllegalArgumentException(
          "mean and deviation must be 3 numbers each, no deviation 0, were %s and %s"
              .formatted(mean, deviation));
    }
  }

  /** Returns a number that differs where they do, and is the same on every machine. */
  int fingerprint() {
    return List.of(scale, mean, deviation).hashCode();
  }

  float apply(int value, int channel) {
    return (float) ((value * scale - mean.get(channel)) / deviation.get(channel));
  }
}
