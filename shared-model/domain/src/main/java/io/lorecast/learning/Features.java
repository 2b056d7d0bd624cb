package io.lorecast.learning;

/**
 * Where the parts of an item's features lie: [q~ | M f | x | g], {@link #K} values each, so that
 * one dot product scores them all. Of the first two one is zeros: an item that was liked before the
 * fit has behaviour factors q~ = s q + (1-s) M f, the mix of its own ones and of those mapped from
 * what is known of it; any other has the mapped ones alone, which another profile of the user
 * scores.
 */
public final class Features {

  /** Values in each part. */
  public static final int K = 64;

  /** Where the behaviour factors q~ of an item that has been liked start. */
  public static final int BEHAVIOUR = 0;

  /** Where the mapped factors M f of an item that has not been liked start. */
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
