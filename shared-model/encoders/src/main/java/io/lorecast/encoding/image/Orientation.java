package io.lorecast.encoding.image;

/**
 * How a picture must be turned to stand upright, in the order of Exif's numbers from 1.
 *
 * <p>Source: Exif 3.0 (CIPA DC-008-2023), tag 0x0112.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  HALF_TURNED(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  /** Its first row is the right-hand side: a quarter turn clockwise puts it upright. */
  TURNED_LEFT(true, false, true),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, true, false);

  private final boolean swaps;
  private final boolean mirrorsColumns;
  private final boolean mirrorsRows;

  /**
   * Creates an orientation.
   *
   * @param swaps whether rows are columns; the picture's own columns and rows are mirrored after
   */
  Orientation(boolean swaps, boolean mirrorsColumns, boolean mirrorsRows) {
    this.swaps = swaps;
    this.mirrorsColumns = mirrorsColumns;
    this.mirrorsRows = mirrorsRows;
  }

  /** Returns the orientation of Exif's {@code number}, 1 to 8; any other stands as it is. */
  static Orientation of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }

  /** Returns whether width becomes height. */
  boolean swapsAxes() {
    return swaps;
  }

  /** Returns the picture upright. */
  Pixels apply(Pixels picture) {
    int width = picture.width();
    int height = picture.height();
    Pixels upright = swaps ? new Pixels(height, width) : new Pixels(width, height);
    for (int y = 0; y < upright.height(); y++) {
      for (int x = 0; x < upright.width(); x++) {
        int column = swaps ? y : x;
        int row = swaps ? x : y;
        upright.copy(
            x,
            y,
            picture,
            mirrorsColumns ? width - 1 - column : column,
            mirrorsRows ? height - 1 - row : row);
      }
    }
    return upright;
  }
}
