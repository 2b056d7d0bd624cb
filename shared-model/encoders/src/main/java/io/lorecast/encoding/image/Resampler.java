package io.lorecast.encoding.image;

/**
 * Resizes a picture: each row, then each column. Costs a row of the picture and a narrow strip of
 * its height beside the result. Pure.
 */
final class Resampler {

  private Resampler() {}

  /** Returns {@code picture} resized to the pixels that {@code columns} and {@code rows} want. */
  static Pixels resize(PixelRows picture, Axis columns, Axis rows) {
    Pixels narrow = new Pixels(columns.size(), picture.height());
    for (int y = 0; y < picture.height(); y++) {
      int[] row = picture.row(y);
      for (int x = 0; x < columns.size(); x++) {
        mixColumns(row, columns.first(x), columns.weights(x), narrow, x, y);
      }
    }
    Pixels resized = new Pixels(columns.size(), rows.size());
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < columns.size(); x++) {
        mixRows(narrow, rows.first(y), rows.weights(y), resized, x, y);
      }
    }
    return resized;
  }

  private static void mixColumns(
      int[] row, int first, float[] weights, Pixels target, int x, int y) {
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int i = 0; i < weights.length; i++) {
      int colour = row[first + i];
      red += weights[i] * (colour >> 16 & 0xFF);
      green += weights[i] * (colour >> 8 & 0xFF);
      blue += weights[i] * (colour & 0xFF);
    }
    target.set(x, y, 0, red);
    target.set(x, y, 1, green);
    target.set(x, y, 2, blue);
  }

  private static void mixRows(
      Pixels narrow, int first, float[] weights, Pixels target, int x, int y) {
    for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
      float sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * narrow.get(x, first + i, channel);
      }
      target.set(x, y, channel, sum);
    }
  }
}
