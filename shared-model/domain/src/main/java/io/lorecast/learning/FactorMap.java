package io.lorecast.learning;

import io.lorecast.vector.Cholesky;
import java.util.List;

/**
 * The map M from what is known of an item to its behaviour factors, so that an item has factors
 * before anybody has met it: q ≈ M [x, scale * (1 for each of its entities)]. Fitted by ridge
 * regression on the items that have been liked; an item with n likes weighs min(1, n / prior).
 *
 * @param matrix a row for each value of x, then one for each entity, shape [k + entities, k], flat
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the model
record FactorMap(float[] matrix, float entityScale) {

  /** What a fit of the map sees of an item: x, its entities, its factors, its likes. */
  record Row(float[] content, int[] entities, double[] factors, int likes) {}

  static FactorMap fit(List<Row> rows, int entities, int k, FitSettings settings) {
    int size = k + entities;
    double[] normal = new double[size * size];
    double[][] right = new double[k][size];
    double[] values = new double[size];
    for (Row row : rows) {
      if (row.likes() > 0) {
        int[] positions = positions(row, entities, settings.entityScale(), values);
        double weight = Math.min(1, row.likes() / Math.max(1, settings.supportPrior()));
        add(normal, right, size, row.factors(), weight, positions, values);
      }
    }
    for (int i = 0; i < size; i++) {
      normal[i * size + i] += settings.ridge();
    }
    Cholesky solved = Cholesky.inPlace(normal, size);
    float[] matrix = new float[size * k];
    for (int c = 0; c < k; c++) {
      solved.solve(right[c], 0);
      for (int i = 0; i < size; i++) {
        matrix[i * k + c] = (float) right[c][i];
      }
    }
    return new FactorMap(matrix, settings.entityScale());
  }

  private static void add(
      double[] normal,
      double[][] right,
      int size,
      double[] factors,
      double weight,
      int[] at,
      double[] values) {
    for (int i : at) {
      double value = weight * values[i];
      for (int j : at) {
        normal[i * size + j] += value * values[j];
      }
      for (int c = 0; c < right.length; c++) {
        right[c][i] += value * factors[c];
      }
    }
  }

  /** Writes the row's features into {@code values}; returns where they may differ from 0. */
  private static int[] positions(Row row, int entities, float scale, double[] values) {
    int k = row.content().length;
    int[] known = java.util.Arrays.stream(row.entities()).filter(e -> e < entities).toArray();
    int[] positions = new int[k + known.length];
    for (int i = 0; i < k; i++) {
      positions[i] = i;
      values[i] = row.content()[i];
    }
    for (int i = 0; i < known.length; i++) {
      positions[k + i] = k + known[i];
      values[k + known[i]] = scale;
    }
    return positions;
  }

  /** Adds {@code share * M f} to {@code target[to..]}, k values, for x at {@code x[from..]}. */
  void addTo(float[] target, int to, float share, float[] x, int from, int[] entities, int k) {
    if (matrix.length == 0) {
      return;
    }
    for (int i = 0; i < k; i++) {
      addRow(target, to, share * x[from + i], i, k);
    }
    int known = matrix.length / k - k;
    for (int entity : entities) {
      if (entity < known) {
        addRow(target, to, share * entityScale, k + entity, k);
      }
    }
  }

  private void addRow(float[] target, int to, float factor, int row, int k) {
    for (int c = 0; c < k; c++) {
      target[to + c] += factor * matrix[row * k + c];
    }
  }
}
