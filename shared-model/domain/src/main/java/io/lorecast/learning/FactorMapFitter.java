package io.lorecast.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link FactorMap} and chooses its lambda: every fifth item is held out, and the lambda is
 * kept whose map foretells best how the users score them,
 *
 * <pre>
 *   sum_i w_i |P (q_i - M f_i)|²,   P the users' factors, w_i = min(1, likes of i / prior)
 * </pre>
 *
 * so that an error counts where it would change a ranking. From the largest lambda down, until it
 * gets worse; then fitted once more to all items.
 */
final class FactorMapFitter {

  /** The first ones leave next to nothing of a map that foretells nothing. */
  private static final double[] LAMBDAS = {1_024, 256, 64, 16, 8, 4, 2, 1, .5, .25, .125};

  /** What is taken where too few items have been liked to choose. */
  private static final double UNCHOSEN = 2;

  private static final int FEWEST_TO_CHOOSE = 50;
  private static final int HELD_OUT = 5;

  private final FitSettings settings;
  private final FitListener listener;
  private final int features;
  private final int k;

  FactorMapFitter(FitSettings settings, FitListener listener, int features, int k) {
    this.settings = settings;
    this.listener = listener;
    this.features = features;
    this.k = k;
  }

  /** Returns how much an item with {@code likes} weighs. */
  static double weight(int likes, FitSettings settings) {
    return Math.min(1, likes / Math.max(1, settings.supportPrior()));
  }

  /**
   * Returns the map of {@code rows}, one for each item that has been liked.
   *
   * @param userGram P^T P, shape [k, k], lower triangle and diagonal
   */
  FactorMap fit(List<SparseRidge.Row> rows, double[] userGram) {
    double lambda = UNCHOSEN;
    double explained = Double.NaN;
    double[] start = new double[features * k];
    if (rows.size() >= FEWEST_TO_CHOOSE) {
      Choice choice = choose(rows, userGram);
      lambda = choice.lambda();
      explained = choice.explained();
      start = choice.map();
    }
    listener.mapped(lambda, explained);
    double[] map = regression(rows).solve(lambda, start);
    float[] matrix = new float[map.length];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) map[i];
    }
    return new FactorMap(matrix, settings.entityScale());
  }

  @SuppressWarnings("ArrayRecordComponent") // stays inside the fit
  private record Choice(double lambda, double explained, double[] map) {}

  private Choice choose(List<SparseRidge.Row> rows, double[] userGram) {
    List<SparseRidge.Row> known = new ArrayList<>();
    List<SparseRidge.Row> heldOut = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      (i % HELD_OUT == HELD_OUT - 1 ? heldOut : known).add(rows.get(i));
    }
    SparseRidge regression = regression(known);
    double[] map = new double[features * k];
    Choice best = new Choice(LAMBDAS[0], Double.NEGATIVE_INFINITY, map);
    for (double lambda : LAMBDAS) {
      map = regression.solve(lambda, map);
      double explained = explained(regression, map, heldOut, userGram);
      if (explained <= best.explained()) {
        break;
      }
      best = new Choice(lambda, explained, map);
    }
    return best;
  }

  private SparseRidge regression(List<SparseRidge.Row> rows) {
    return new SparseRidge(rows, features, settings.entityScale(), k);
  }

  private double explained(
      SparseRidge regression, double[] map, List<SparseRidge.Row> heldOut, double[] userGram) {
    double missed = 0;
    double all = 0;
    double[] error = new double[k];
    for (SparseRidge.Row row : heldOut) {
      regression.predict(map, row, error);
      for (int c = 0; c < k; c++) {
        error[c] -= row.target()[c];
      }
      missed += row.weight() * squares(error, userGram);
      all += row.weight() * squares(row.target(), userGram);
    }
    return 1 - missed / all;
  }

  /** Returns v^T G v. */
  private double squares(double[] vector, double[] gram) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      double row = 0;
      for (int j = 0; j < i; j++) {
        row += gram[i * k + j] * vector[j];
      }
      sum += vector[i] * (2 * row + gram[i * k + i] * vector[i]);
    }
    return sum;
  }
}
