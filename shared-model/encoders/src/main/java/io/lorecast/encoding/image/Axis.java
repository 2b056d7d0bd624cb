package io.lorecast.encoding.image;

/**
 * Which pixels of one axis make each pixel of it resized, and with what weight. When a picture is
 * made smaller the filter is widened by as much, so that every pixel counts and nothing flickers.
 *
 * <p>Source: Pillow's {@code Image.resize}, whose pixels these are.
 */
final class Axis {

  private final int[] first;
  private final float[][] weights;

  /**
   * Lays out an axis.
   *
   * @param from pixels it has
   * @param to pixels it would have in whole
   * @param start the first of them that is wanted
   * @param count how many are wanted
   */
  Axis(int from, int to, int start, int count, Filter filter) {
    double scale = (double) from / to;
    double widening = Math.max(scale, 1);
    double support = filter.radius() * widening;
    first = new int[count];
    weights = new float[count][];
    for (int i = 0; i < count; i++) {
      double centre = (start + i + .5) * scale;
      first[i] = Math.max(0, (int) (centre - support + .5));
      int end = Math.min(from, (int) (centre + support + .5));
      weights[i] = weights(first[i], end, centre, widening, filter);
    }
  }

  private static float[] weights(
      int first, int end, double centre, double widening, Filter filter) {
    double[] raw = new double[end - first];
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = filter.weight((first + i - centre + .5) / widening);
      sum += raw[i];
    }
    float[] weights = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[i] = (float) (raw[i] / sum);
    }
    return weights;
  }

  int size() {
    return first.length;
  }

  /** Returns the first pixel that pixel {@code i} is made of. */
  int first(int i) {
    return first[i];
  }

  /** Returns the weights of the pixels that pixel {@code i} is made of; they sum to 1. */
  float[] weights(int i) {
    return weights[i];
  }
}
