package io.lorecast.learning;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * From an item's entities to the knowledge feature g, shape [k], of length 1: each entity weighs
 * sqrt(idf), the sum is scaled to length 1, centred, and turned to the principal components.
 *
 * @param weights of the vocabulary, shape [e]
 * @param matrix a row for each entity, shape [e, k], flat
 * @param centre what the mean of all items projects to, shape [k]
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the model
record GraphProjection(float[] weights, float[] matrix, float[] centre) {

  /** Returns the projection of {@code items}, each the positions of its entities. */
  static GraphProjection fit(List<int[]> items, float[] weights, int k, RandomGenerator random) {
    SparseRows rows = SparseRows.of(items, weights);
    if (weights.length == 0) {
      return new GraphProjection(weights, new float[0], new float[k]);
    }
    PrincipalComponents components = PrincipalComponents.of(rows, k, random);
    int e = weights.length;
    float[] matrix = new float[e * k];
    double[] centre = new double[k];
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < e; i++) {
        double value = components.vectors()[c * e + i];
        matrix[i * k + c] = (float) value;
        centre[c] += value * rows.mean()[i];
      }
    }
    float[] rounded = new float[k];
    for (int c = 0; c < k; c++) {
      rounded[c] = (float) centre[c];
    }
    return new GraphProjection(weights, matrix, rounded);
  }

  /** Sets {@code target[offset..]}, k values, to the feature of an item; zeros without entities. */
  void project(int[] entities, float[] target, int offset) {
    int k = centre.length;
    java.util.Arrays.fill(target, offset, offset + k, 0);
    if (entities.length == 0) {
      return;
    }
    float scale = SparseRows.scale(entities, weights);
    for (int entity : entities) {
      float value = weights[entity] * scale;
      for (int c = 0; c < k; c++) {
        target[offset + c] += value * matrix[entity * k + c];
      }
    }
    for (int c = 0; c < k; c++) {
      target[offset + c] -= centre[c];
    }
    Features.normalise(target, offset, k);
  }
}
