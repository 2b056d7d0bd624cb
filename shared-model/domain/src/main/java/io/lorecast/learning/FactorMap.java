package io.lorecast.learning;

/**
 * The map M from what is known of an item to its behaviour factors, so that an item has factors
 * before anybody has met it: q ≈ M^T [x, scale * (1 for each of its entities)]. Fitted by {@link
 * FactorMapFitter}.
 *
 * @param matrix a row for each value of x, then one for each entity, shape [k + entities, k], flat
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the model
record FactorMap(float[] matrix, float entityScale) {

  /** Adds {@code share * M f} to {@code target[to..]}, k values, for x at {@code x[from..]}. */
  void addTo(float[] target, int to, float share, float[] x, int from, int[] entities, int k) {
    if (matrix.length == 0) {
      return;
    }
    for (int i = 0; i < k; i++) {
      addRow(target, to, share * x[from + i], i, k);
    }
    for (int entity : entities) {
      addRow(target, to, share * entityScale, k + entity, k);
    }
  }

  private void addRow(float[] target, int to, float factor, int row, int k) {
    for (int c = 0; c < k; c++) {
      target[to + c] += factor * matrix[row * k + c];
    }
  }
}
