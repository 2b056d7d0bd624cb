package io.lorecast.encoding.onnx;

import io.lorecast.vector.VectorMath;
import java.util.Arrays;
import java.util.Locale;

/**
 * One vector from one per token, scaled to length 1.
 *
 * <p>Source: "Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks", EMNLP 2019,
 * doi:10.18653/v1/D19-1410, section 3; the last token for models that read from left to right,
 * whose last token alone has seen the whole text.
 */
public enum Pooling {
  /** The mean of all tokens. */
  MEAN,
  /** The first token. */
  CLS,
  /** The largest value of each dimension. */
  MAX,
  /** The last token. */
  LAST;

  /** Returns the name that stands in configuration and versions. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the vector of a text, shape [d], of length 1.
   *
   * @param states flat; row r of the text is {@code states[from + r * d ..]}
   * @param n the rows of the text, at least 1; no row is padding
   */
  float[] pool(float[] states, int from, int n, int d) {
    float[] pooled =
        switch (this) {
          case MEAN -> sum(states, from, n, d);
          case CLS -> row(states, from, d);
          case MAX -> max(states, from, n, d);
          case LAST -> row(states, from + (n - 1) * d, d);
        };
    VectorMath.normalise(pooled);
    return pooled;
  }

  /** The sum has the mean's direction, and only that is kept. */
  private static float[] sum(float[] states, int from, int n, int d) {
    float[] sum = new float[d];
    for (int r = 0; r < n; r++) {
      int row = from + r * d;
      for (int i = 0; i < d; i++) {
        sum[i] += states[row + i];
      }
    }
    return sum;
  }

  private static float[] max(float[] states, int from, int n, int d) {
    float[] max = row(states, from, d);
    for (int r = 1; r < n; r++) {
      for (int i = 0; i < d; i++) {
        max[i] = Math.max(max[i], states[from + r * d + i]);
      }
    }
    return max;
  }

  private static float[] row(float[] states, int from, int d) {
    return Arrays.copyOfRange(states, from, from + d);
  }
}
