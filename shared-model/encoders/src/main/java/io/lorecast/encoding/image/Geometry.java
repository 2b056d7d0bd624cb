package io.lorecast.encoding.image;

/**
 * Which part of a picture a model sees, and how large.
 *
 * @param keepsProportion whether the picture is resized until its shorter side is that of {@code
 *     resized}, a square; else it is squashed to {@code resized}
 * @param resized before the middle is cut out
 * @param crop the middle that is cut out, at most {@code resized}
 */
record Geometry(boolean keepsProportion, Size resized, Size crop) {

  /**
   * A size in pixels.
   *
   * @param width at least 1
   * @param height at least 1
   */
  record Size(int width, int height) {
    Size {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "a size must be at least 1x1, was " + width + "x" + height);
      }
    }

    Size turned() {
      return new Size(/* width= */ height, /* height= */ width);
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  Geometry {
    if (crop.width() > resized.width() || crop.height() > resized.height()) {
      throw new IllegalArgumentException("the crop must be at most " + resized + ", was " + crop);
    }
    if (keepsProportion && resized.width() != resized.height()) {
      throw new IllegalArgumentException("the shorter side has one length, not " + resized);
    }
  }

  /** Returns {@code picture} upright, of the size of {@code crop}. */
  Pixels apply(PixelRows picture, Orientation orientation, Filter filter) {
    Size whole = resizedSize(picture, orientation);
    Size middle = orientation.swapsAxes() ? crop.turned() : crop;
    // Only the middle is computed, so a strip a million pixels long costs no more than it shows.
    Axis columns = axis(picture.width(), whole.width(), middle.width(), filter);
    Axis rows = axis(picture.height(), whole.height(), middle.height(), filter);
    return orientation.apply(Resampler.resize(picture, columns, rows));
  }

  private Size resizedSize(PixelRows picture, Orientation orientation) {
    if (!keepsProportion) {
      return orientation.swapsAxes() ? resized.turned() : resized;
    }
    long shorter = Math.min(picture.width(), picture.height());
    return new Size(
        Math.toIntExact(picture.width() * (long) resized.width() / shorter),
        Math.toIntExact(picture.height() * (long) resized.width() / shorter));
  }

  private static Axis axis(int from, int to, int middle, Filter filter) {
    return new Axis(from, to, (to - middle) / 2, middle, filter);
  }

  @Override
  public String toString() {
    return (keepsProportion ? "fit" : "squash") + resized + "-crop" + crop;
  }
}
