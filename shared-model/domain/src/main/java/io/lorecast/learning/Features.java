package io.lorecast.learning;

/**
 * Where the three parts of an item's features lie: [q~ | x | g], {@link #K} values each, behaviour,
 * content and knowledge, so that one dot product scores all three.
 */
public final class Features {

  /** Values in each part. */
  public static final int K = 64;

  /** Where the behaviour factors q~ start. */
  public static final int BEHAVIOUR = 0;

  /** Where the content feature x starts. */
  public static final int CONTENT = K;

  /** Where the knowledge feature g starts. */
  public static final int KNOWLEDGE = 2 * K;

  /** Values in all. */
  public static final int SIZE = 3 * K;

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
