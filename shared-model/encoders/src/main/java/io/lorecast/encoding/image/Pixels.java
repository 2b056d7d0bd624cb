package io.lorecast.encoding.image;

/** A small picture in memory: red, green and blue of each pixel, 0 to 255, row by row. */
final class Pixels {

  static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] values;

  /** Creates a black picture. */
  Pixels(int width, int height) {
    this.width = width;
    this.height = height;
    this.values = new byte[Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns a value, 0 to 255. */
  int get(int x, int y, int channel) {
    return Byte.toUnsignedInt(values[(y * width + x) * CHANNELS + channel]);
  }

  /** Sets a value to the nearest of 0 to 255. */
  void set(int x, int y, int channel, float value) {
    int rounded = Math.round(Math.clamp(value, 0f, 255f));
    values[(y * width + x) * CHANNELS + channel] = (byte) rounded;
  }

  /** Copies the pixel at {@code fromX}, {@code fromY} of {@code source}. */
  void copy(int x, int y, Pixels source, int fromX, int fromY) {
    System.arraycopy(
        source.values,
        (fromY * source.width + fromX) * CHANNELS,
        values,
        (y * width + x) * CHANNELS,
        CHANNELS);
  }
}
