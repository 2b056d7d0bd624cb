package io.lorecast.encoding.image;

/**
 * How pixels are weighed when a picture is resized, by their distance.
 *
 * <p>Sources: the triangle; "Cubic Convolution Interpolation for Digital Image Processing", IEEE
 * TASSP 29(6), 1981, doi:10.1109/TASSP.1981.1163711, with a = -1/2.
 */
enum Filter {
  BILINEAR(1) {
    @Override
    double weight(double distance) {
      return Math.max(0, 1 - Math.abs(distance));
    }
  },
  BICUBIC(2) {
    @Override
    double weight(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
      }
      return x < 2 ? ((-.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
  };

  private final int radius;

  Filter(int radius) {
    this.radius = radius;
  }

  /** Returns the distance, in pixels, from which on the weight is 0. */
  int radius() {
    return radius;
  }

  /** Returns the weight of a pixel at {@code distance} pixels. */
  abstract double weight(double distance);
}
