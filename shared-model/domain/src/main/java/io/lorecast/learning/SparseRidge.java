package io.lorecast.learning;

import java.util.List;

/**
 * Ridge regression of k targets on features that are dense in part and sparse in part, without ever
 * writing out the matrix of all features:
 *
 * <pre>
 *   minimise over M   sum_i w_i |q_i - M^T f_i|² + lambda |M|²
 * </pre>
 *
 * by conjugate gradients on the normal equations, one for each target side by side, preconditioned
 * by the diagonal. O(features met in all rows * k) a step, five arrays of shape [features, k].
 * Deterministic.
 *
 * <p>Source: "Iterative Methods for Sparse Linear Systems", 2nd ed., SIAM 2003,
 * doi:10.1137/1.9780898718003, algorithm 9.1.
 */
final class SparseRidge {

  private static final int MOST_STEPS = 200;
  private static final double TOLERANCE = 1e-4;

  /**
   * What is known of one item.
   *
   * @param content dense features, shape [c]
   * @param entities positions of the sparse features, each of the value {@code scale}
   * @param target q, shape [k]
   * @param weight w, above 0
   */
  @SuppressWarnings("ArrayRecordComponent") // stays inside the fit
  record Row(float[] content, int[] entities, double[] target, double weight) {}

  private final List<Row> rows;
  private final int features;
  private final float scale;
  private final int k;

  /**
   * Creates a regression on {@code rows}.
   *
   * @param features c + the number of entities
   * @param k the number of targets
   */
  SparseRidge(List<Row> rows, int features, float scale, int k) {
    this.rows = List.copyOf(rows);
    this.features = features;
    this.scale = scale;
    this.k = k;
  }

  /** Returns M for {@code lambda}, shape [features, k], flat, searched from {@code start}. */
  double[] solve(double lambda, double[] start) {
    double[] solution = start.clone();
    double[] image = new double[solution.length];
    normal(solution, lambda, image);
    double[] rest = rightSide();
    double[] goal = columnSums(rest, rest);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= image[i];
    }
    double[] diagonal = diagonal(lambda);
    double[] direction = new double[solution.length];
    double[] before = new double[k];
    for (int step = 0; step < MOST_STEPS && !isSmall(columnSums(rest, rest), goal); step++) {
      double[] squares = preconditioned(rest, diagonal);
      turn(direction, rest, diagonal, ratio(squares, before));
      before = squares;
      normal(direction, lambda, image);
      double[] length = ratio(squares, columnSums(direction, image));
      for (int i = 0; i < rest.length; i++) {
        solution[i] += length[i % k] * direction[i];
        rest[i] -= length[i % k] * image[i];
      }
    }
    return solution;
  }

  /** Sets {@code target}, shape [k], to M^T f of {@code row}. */
  void predict(double[] map, Row row, double[] target) {
    java.util.Arrays.fill(target, 0);
    int c = row.content().length;
    for (int i = 0; i < c; i++) {
      addScaled(target, 0, row.content()[i], map, i * k);
    }
    for (int entity : row.entities()) {
      addScaled(target, 0, scale, map, (c + entity) * k);
    }
  }

  /** Sets {@code target} to (F^T W F + lambda I) {@code map}. */
  private void normal(double[] map, double lambda, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = lambda * map[i];
    }
    double[] predicted = new double[k];
    for (Row row : rows) {
      predict(map, row, predicted);
      spread(row, predicted, target);
    }
  }

  private double[] rightSide() {
    double[] sums = new double[features * k];
    rows.forEach(row -> spread(row, row.target(), sums));
    return sums;
  }

  /** Adds w f {@code values}^T to {@code target}. */
  private void spread(Row row, double[] values, double[] target) {
    int c = row.content().length;
    for (int i = 0; i < c; i++) {
      addScaled(target, i * k, row.weight() * row.content()[i], values, 0);
    }
    for (int entity : row.entities()) {
      addScaled(target, (c + entity) * k, row.weight() * scale, values, 0);
    }
  }

  private double[] diagonal(double lambda) {
    double[] diagonal = new double[features];
    java.util.Arrays.fill(diagonal, lambda);
    for (Row row : rows) {
      int c = row.content().length;
      for (int i = 0; i < c; i++) {
        diagonal[i] += row.weight() * row.content()[i] * row.content()[i];
      }
      for (int entity : row.entities()) {
        diagonal[c + entity] += row.weight() * scale * scale;
      }
    }
    return diagonal;
  }

  private void addScaled(double[] target, int to, double factor, double[] source, int from) {
    for (int c = 0; c < k; c++) {
      target[to + c] += factor * source[from + c];
    }
  }

  /** Returns r^T D^-1 r of each column. */
  private double[] preconditioned(double[] rest, double[] diagonal) {
    double[] sums = new double[k];
    for (int i = 0; i < rest.length; i++) {
      sums[i % k] += rest[i] * rest[i] / diagonal[i / k];
    }
    return sums;
  }

  private void turn(double[] direction, double[] rest, double[] diagonal, double[] kept) {
    for (int i = 0; i < rest.length; i++) {
      direction[i] = rest[i] / diagonal[i / k] + kept[i % k] * direction[i];
    }
  }

  private double[] columnSums(double[] a, double[] b) {
    double[] sums = new double[k];
    for (int i = 0; i < a.length; i++) {
      sums[i % k] += a[i] * b[i];
    }
    return sums;
  }

  /** Returns a / b; 0 where b is 0: a column that is solved, or before the first step. */
  private static double[] ratio(double[] a, double[] b) {
    double[] ratio = new double[a.length];
    for (int c = 0; c < a.length; c++) {
      ratio[c] = b[c] > 0 ? a[c] / b[c] : 0;
    }
    return ratio;
  }

  private static boolean isSmall(double[] squares, double[] goal) {
    for (int c = 0; c < squares.length; c++) {
      if (squares[c] > TOLERANCE * TOLERANCE * goal[c]) {
        return false;
      }
    }
    return true;
  }
}
