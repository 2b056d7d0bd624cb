package io.lorecast.learning;

import java.util.List;

/** How well a map of {@link FactorMapFitter} foretells the scores of items that it has not seen. */
final class HeldOutScores {

  private final List<SparseRidge.Row> items;
  private final double[] userGram;
  private final int k;

  /** The spread of the items' own factors. */
  private final double all;

  /**
   * Creates a judge.
   *
   * @param userGram P^T P, shape [k, k], lower triangle and diagonal
   */
  HeldOutScores(List<SparseRidge.Row> items, double[] userGram, int k) {
    this.items = List.copyOf(items);
    this.userGram = userGram;
    this.k = k;
    this.all = spread(items.stream().map(SparseRidge.Row::target).toList());
  }

  /** Returns the share of what tells the items apart that {@code map} foretells, at most 1. */
  double explained(SparseRidge regression, double[] map) {
    return 1 - spread(items.stream().map(item -> error(regression, map, item)).toList()) / all;
  }

  private double[] error(SparseRidge regression, double[] map, SparseRidge.Row item) {
    double[] error = new double[k];
    regression.predict(map, item, error);
    for (int c = 0; c < k; c++) {
      error[c] -= item.target()[c];
    }
    return error;
  }

  private double spread(List<double[]> vectors) {
    double[] mean = mean(vectors);
    double[] apart = new double[k];
    double sum = 0;
    for (int i = 0; i < vectors.size(); i++) {
      for (int c = 0; c < k; c++) {
        apart[c] = vectors.get(i)[c] - mean[c];
      }
      sum += items.get(i).weight() * squares(apart);
    }
    return sum;
  }

  private double[] mean(List<double[]> vectors) {
    double[] mean = new double[k];
    double weights = items.stream().mapToDouble(SparseRidge.Row::weight).sum();
    for (int i = 0; i < vectors.size(); i++) {
      for (int c = 0; c < k; c++) {
        mean[c] += items.get(i).weight() / weights * vectors.get(i)[c];
      }
    }
    return mean;
  }

  /** Returns |P v|² by way of P^T P. */
  private double squares(double[] vector) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      double row = 0;
      for (int j = 0; j < i; j++) {
        row += userGram[i * k + j] * vector[j];
      }
      sum += vector[i] * (2 * row + userGram[i * k + i] * vector[i]);
    }
    return sum;
  }
}
