package io.lorecast.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link FactorMap} and chooses its lambda, and how much entities weigh against content: a
 * graph may say much about items or next to nothing. Every fifth item is held out, and kept is what
 * foretells best how the users tell these items apart,
 *
 * <pre>
 *   1 - spread(q - M f) / spread(q)
 *   spread(v) = sum_i w_i |P (v_i - m)|², m = sum_i w_i v_i / sum_i w_i
 *   P the users' factors, w_i = min(1, likes of i / prior)
 * </pre>
 *
 * so that an error counts where it would change a ranking: one that all items share does not. For
 * each weight from the largest lambda down, until it gets worse; then fitted once more to all
 * items.
 */
final class FactorMapFitter {

  /** The first ones leave next to nothing of a map that foretells nothing. */
  private static final double[] LAMBDAS = {1_024, 256, 64, 16, 8, 4, 2, 1, .5, .25, .125};

  /** Times the entity scale of the settings, which is kept where another is not better. */
  private static final double[] ENTITY_WEIGHTS = {1, 2, .5, .25, .125, 0};

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
    Choice choice =
        rows.size() < FEWEST_TO_CHOOSE
            ? new Choice(settings.entityScale(), UNCHOSEN, Double.NaN, new double[features * k])
            : choose(rows, userGram);
    listener.mapped(choice.lambda(), choice.explained());
    double[] map = regression(rows, choice.scale()).solve(choice.lambda(), choice.map());
    float[] matrix = new float[map.length];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) map[i];
    }
    return new FactorMap(matrix, choice.scale());
  }

  @SuppressWarnings("ArrayRecordComponent") // stays inside the fit
  private record Choice(float scale, double lambda, double explained, double[] map) {}

  private Choice choose(List<SparseRidge.Row> rows, double[] userGram) {
    List<SparseRidge.Row> known = new ArrayList<>();
    List<SparseRidge.Row> heldOut = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      (i % HELD_OUT == HELD_OUT - 1 ? heldOut : known).add(rows.get(i));
    }
    HeldOutScores scores = new HeldOutScores(heldOut, userGram, k);
    return Arrays.stream(ENTITY_WEIGHTS)
        .mapToObj(weight -> choose((float) (weight * settings.entityScale()), known, scores))
        .reduce((best, next) -> next.explained() > best.explained() ? next : best)
        .orElseThrow();
  }

  private Choice choose(float scale, List<SparseRidge.Row> known, HeldOutScores scores) {
    SparseRidge regression = regression(known, scale);
    double[] map = new double[features * k];
    Choice best = new Choice(scale, LAMBDAS[0], Double.NEGATIVE_INFINITY, map);
    for (double lambda : LAMBDAS) {
      map = regression.solve(lambda, map);
      double explained = scores.explained(regression, map);
      if (explained <= best.explained()) {
        break;
      }
      best = new Choice(scale, lambda, explained, map);
    }
    return best;
  }

  private SparseRidge regression(List<SparseRidge.Row> rows, float scale) {
    return new SparseRidge(rows, features, scale, k);
  }
}
