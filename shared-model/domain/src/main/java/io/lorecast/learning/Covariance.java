package io.lorecast.learning;

import io.lorecast.vector.Embedding;
import java.util.List;

/**
 * The covariance of some vectors.
 *
 * @param mean shape [d]
 * @param matrix shape [d, d], row-major
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
record Covariance(double[] mean, double[] matrix) implements LinearOperator {

  /** Returns the covariance; what a vector lacks of {@code blocks} is taken for their mean. */
  static Covariance of(List<Embedding> vectors, ContentBlocks blocks) {
    int d = blocks.dimension();
    double[] mean = blocks.mean(vectors);
    double[] matrix = new double[d * d];
    double[] centred = new double[d];
    for (Embedding vector : vectors) {
      blocks.centre(vector, mean, centred);
      for (int i = 0; i < d; i++) {
        double value = centred[i] / vectors.size();
        for (int j = 0; j <= i; j++) {
          matrix[i * d + j] += value * centred[j];
        }
      }
    }
    mirror(matrix, d);
    return new Covariance(mean, matrix);
  }

  private static void mirror(double[] matrix, int d) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j * d + i] = matrix[i * d + j];
      }
    }
  }

  @Override
  public int dimension() {
    return mean.length;
  }

  @Override
  public void apply(double[] vector, double[] target) {
    int d = mean.length;
    java.util.Arrays.fill(target, 0);
    for (int i = 0; i < d; i++) {
      double value = vector[i];
      for (int j = 0; j < d; j++) {
        target[j] += value * matrix[i * d + j];
      }
    }
  }
}
