package io.lorecast.learning;

/**
 * Where the parts of an item's features lie: [s q | (1-s) M f | x | g], {@link #K} values each, so
 * that one dot product scores them all. The first two add up to the behaviour factors q~: those of
 * the item's own likes, and those mapped from what is known of it, which count the more the fewer
 * have liked it.
 */
public final class Features {

  /** Values in each part. */
  public static final int K = 64;

  /** Where the item's own share of its behaviour factors starts. */
  public static final int BEHAVIOUR = 0;

  /** Where the mapped share of its behaviour factors starts. */
  public static final int MAPPED = K;

  /** Where the content feature x starts. */
  public static final int CONTENT = 2 * K;

  /** Where the knowledge feature g starts. */
  public static final int KNOWLEDGE = 3 * K;

  /** Values in all. */
  public static final int SIZE = 4 * K;

  private Features() {}

  /** Scales {@code length} values from {@code offset} to length 1; zeros stay as they are. */
  static void normalise(float[] values, int offset, int length) {
    double squares = 0;
    for (int i = offset; i < offset + length; i++) {
      squares += (double) values[i] * values[i];
    }
    if (squares > 0) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = offset; i < offset + length; i++) {
        values[i] *= scale;
      }
    }
  }
}
