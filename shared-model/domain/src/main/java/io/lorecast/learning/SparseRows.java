package io.lorecast.learning;

import java.util.List;

/**
 * The covariance of sparse rows of length 1, multiplied with but never written out: (X^T X / n - m
 * m^T).
 *
 * @param rows positions of each row's entities
 * @param weights of the entities, shape [e]
 * @param mean m, shape [e]
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
record SparseRows(List<int[]> rows, float[] weights, double[] mean) implements LinearOperator {

  static SparseRows of(List<int[]> rows, float[] weights) {
    double[] mean = new double[weights.length];
    for (int[] row : rows) {
      float scale = scale(row, weights);
      for (int entity : row) {
        mean[entity] += weights[entity] * scale / (double) rows.size();
      }
    }
    return new SparseRows(rows, weights, mean);
  }

  /** Returns what makes the row's length 1. */
  static float scale(int[] row, float[] weights) {
    double squares = 0;
    for (int entity : row) {
      squares += weights[entity] * (double) weights[entity];
    }
    return squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
  }

  @Override
  public int dimension() {
    return weights.length;
  }

  @Override
  public void apply(double[] vector, double[] target) {
    double alongMean = 0;
    for (int i = 0; i < mean.length; i++) {
      alongMean += mean[i] * vector[i];
    }
    for (int i = 0; i < mean.length; i++) {
      target[i] = -alongMean * mean[i];
    }
    for (int[] row : rows) {
      double sum = 0;
      for (int entity : row) {
        sum += weights[entity] * vector[entity];
      }
      double scale = scale(row, weights);
      double share = sum * scale * scale / rows.size();
      for (int entity : row) {
        target[entity] += share * weights[entity];
      }
    }
  }
}
