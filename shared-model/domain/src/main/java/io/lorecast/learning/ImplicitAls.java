package io.lorecast.learning;

import io.lorecast.vector.Cholesky;
import java.util.random.RandomGenerator;

/**
 * Batch factors of a matrix of likes by implicit alternating least squares: each sweep solves every
 * user's factors exactly, then every item's. O((likes k² + (users + items) k³)) a sweep.
 *
 * <p>Source: "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022,
 * doi:10.1145/3523227.3548486, equations 1 and 3 with frequency-scaled regularisation (nu = 1).
 */
final class ImplicitAls {

  private static final double START_DEVIATION = .1;

  private final FitSettings settings;
  private final int k;
  private final double[] users;
  private final double[] items;

  private ImplicitAls(
      FitSettings settings, int k, TrainingSet.Likes likes, RandomGenerator random) {
    this.settings = settings;
    this.k = k;
    this.users = new double[likes.byUser().length * k];
    this.items = new double[likes.byItem().length * k];
    for (int i = 0; i < items.length; i++) {
      items[i] = random.nextGaussian() * START_DEVIATION / Math.sqrt(k);
    }
  }

  /** Returns the item factors, shape [items, k], flat; zeros for items without likes. */
  static double[] fit(
      TrainingSet.Likes likes, int k, FitSettings settings, RandomGenerator random) {
    ImplicitAls als = new ImplicitAls(settings, k, likes, random);
    for (int sweep = 0; sweep < settings.sweeps(); sweep++) {
      als.solve(als.items, likes.byUser(), als.users);
      als.solve(als.users, likes.byItem(), als.items);
    }
    return als.items;
  }

  /** Returns a0 Q^T Q, shape [k, k], lower triangle and diagonal. */
  static double[] weightedGram(double[] rows, int k, double weight) {
    double[] gram = new double[k * k];
    for (int row = 0; row < rows.length; row += k) {
      addOuter(gram, rows, row, k);
    }
    for (int i = 0; i < gram.length; i++) {
      gram[i] *= weight;
    }
    return gram;
  }

  private void solve(double[] given, int[][] liked, double[] wanted) {
    double[] gram = weightedGram(given, k, settings.unobserved());
    int others = given.length / k;
    double[] system = new double[k * k];
    for (int row = 0; row < liked.length; row++) {
      java.util.Arrays.fill(wanted, row * k, (row + 1) * k, 0);
      if (liked[row].length > 0) {
        System.arraycopy(gram, 0, system, 0, gram.length);
        double held =
            settings.regularisation() * (liked[row].length + settings.unobserved() * others);
        for (int d = 0; d < k; d++) {
          system[d * k + d] += held;
        }
        addLiked(system, given, liked[row], wanted, row * k);
        Cholesky.inPlace(system, k).solve(wanted, row * k);
      }
    }
  }

  private void addLiked(double[] system, double[] given, int[] liked, double[] target, int offset) {
    for (int other : liked) {
      addOuter(system, given, other * k, k);
      for (int d = 0; d < k; d++) {
        target[offset + d] += given[other * k + d];
      }
    }
  }

  private static void addOuter(double[] matrix, double[] rows, int row, int k) {
    for (int i = 0; i < k; i++) {
      double value = rows[row + i];
      for (int j = 0; j <= i; j++) {
        matrix[i * k + j] += value * rows[row + j];
      }
    }
  }
}
