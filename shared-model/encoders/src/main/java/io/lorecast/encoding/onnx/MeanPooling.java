package io.lorecast.encoding.onnx;

import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.nio.FloatBuffer;

/**
 * One vector from one per token: their mean, scaled to length 1.
 *
 * <p>Source: "Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks", EMNLP 2019,
 * doi:10.18653/v1/D19-1410, section 3.
 */
final class MeanPooling {

  private MeanPooling() {}

  /**
   * Returns the mean of the rows of {@code tokens}, of length 1.
   *
   * @param tokens shape [n, d], flat, n at least 1; no row is padding
   */
  static Embedding pool(FloatBuffer tokens, int n, int d) {
    float[] sum = new float[d];
    for (int row = 0; row < n; row++) {
      for (int i = 0; i < d; i++) {
        sum[i] += tokens.get(row * d + i);
      }
    }
    // The sum has the mean's direction, and only that is kept.
    VectorMath.normalise(sum);
    return Embedding.of(sum);
  }
}
