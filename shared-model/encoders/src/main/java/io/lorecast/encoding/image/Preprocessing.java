package io.lorecast.encoding.image;

import java.util.Locale;

/** What a model wants done to a picture before it sees it. */
record Preprocessing(Geometry geometry, Filter filter, Normalisation normalisation) {

  /**
   * Returns the model's input.
   *
   * @param channelsFirst whether shape [3, height, width] is wanted, or else [height, width, 3]
   */
  float[] tensor(PixelRows picture, Orientation orientation, boolean channelsFirst) {
    Pixels seen = geometry.apply(picture, orientation, filter);
    int area = seen.width() * seen.height();
    float[] tensor = new float[area * Pixels.CHANNELS];
    for (int i = 0; i < area; i++) {
      for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
        int value = seen.get(i % seen.width(), i / seen.width(), channel);
        int at = channelsFirst ? channel * area + i : i * Pixels.CHANNELS + channel;
        tensor[at] = normalisation.apply(value, channel);
      }
    }
    return tensor;
  }

  /** Returns it as a part of an encoder's version. */
  String version() {
    return "%s-%s-%08x"
        .formatted(geometry, filter.name().toLowerCase(Locale.ROOT), normalisation.fingerprint());
  }
}
