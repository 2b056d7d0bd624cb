package io.lorecast.learning;

import io.lorecast.vector.Cholesky;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Batch factors of a matrix of likes by implicit alternating least squares: each sweep solves every
 * user's factors exactly, then every item's, and so lowers
 *
 * <pre>
 *   sum over likes (1 - p_u·q_i)² + a0 sum over all pairs (p_u·q_i)²
 *     + lambda (sum_u (n_u + a0 items) |p_u|² + sum_i (n_i + a0 users) |q_i|²)
 * </pre>
 *
 * O((likes k² + (users + items) k³)) a sweep.
 *
 * <p>Source: "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022,
 * doi:10.1145/3523227.3548486, equations 1 and 3 with frequency-scaled regularisation (nu = 1).
 */
final class ImplicitAls {

  private static final double START_DEVIATION = .1;

  /**
   * What was fitted.
   *
   * @param users shape [users, k], flat
   * @param items shape [items, k], flat; zeros for items without likes
   */
  @SuppressWarnings("ArrayRecordComponent") // stays inside the fit
  record Factors(double[] users, double[] items) {}

  private final FitSettings settings;
  private final int k;
  private final TrainingSet.Likes likes;
  private final double[] users;
  private final double[] items;

  private ImplicitAls(FitSettings settings, int k, TrainingSet.Likes likes, double[] items) {
    this.settings = settings;
    this.k = k;
    this.likes = likes;
    this.users = new double[likes.byUser().length * k];
    this.items = items;
  }

  /**
   * Returns the factors of {@code likes}.
   *
   * @param from item factors to start from, shape [items, k], flat, zeros where there are none;
   *     without them {@link FitSettings#sweeps}, with them {@link FitSettings#warmSweeps}
   */
  static Factors fit(
      TrainingSet.Likes likes,
      Optional<double[]> from,
      FitSettings settings,
      RandomGenerator random,
      FitListener listener) {
    int k = Features.K;
    double[] start = from.orElseGet(() -> new double[likes.byItem().length * k]);
    ImplicitAls als = new ImplicitAls(settings, k, likes, filled(start, k, random));
    int sweeps = from.isPresent() ? settings.warmSweeps() : settings.sweeps();
    for (int sweep = 1; sweep <= sweeps; sweep++) {
      als.solve(als.items, likes.byUser(), als.users);
      als.solve(als.users, likes.byItem(), als.items);
      listener.swept(sweep, als.loss());
    }
    return new Factors(als.users, als.items);
  }

  /** Returns {@code start} with random rows in place of zeros. */
  private static double[] filled(double[] start, int k, RandomGenerator random) {
    double[] filled = start.clone();
    for (int row = 0; row < filled.length; row += k) {
      boolean empty = true;
      for (int d = row; d < row + k; d++) {
        empty &= filled[d] == 0;
      }
      for (int d = row; empty && d < row + k; d++) {
        filled[d] = random.nextGaussian() * START_DEVIATION / Math.sqrt(k);
      }
    }
    return filled;
  }

  /** Returns {@code weight} times Q^T Q, shape [k, k], lower triangle and diagonal. */
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
        double held = held(settings, liked[row].length, others);
        for (int d = 0; d < k; d++) {
          system[d * k + d] += held;
        }
        addLiked(system, given, k, liked[row], wanted, row * k);
        Cholesky.inPlace(system, k).solve(wanted, row * k);
      }
    }
  }

  /** Returns what holds the row of {@code liked} likes among {@code others}. */
  static double held(FitSettings settings, int liked, int others) {
    return settings.regularisation() * (liked + settings.unobserved() * others);
  }

  /** Adds the likes' part to a row's normal equations: {@code system} and its right side. */
  static void addLiked(
      double[] system, double[] given, int k, int[] liked, double[] target, int offset) {
    for (int other : liked) {
      addOuter(system, given, other * k, k);
      for (int d = 0; d < k; d++) {
        target[offset + d] += given[other * k + d];
      }
    }
  }

  private double loss() {
    double loss = pairs();
    for (int user = 0; user < likes.byUser().length; user++) {
      int[] liked = likes.byUser()[user];
      loss += held(settings, liked.length, items.length / k) * dot(users, user, users, user);
      for (int item : liked) {
        double missed = 1 - dot(users, user, items, item);
        loss += missed * missed;
      }
    }
    for (int item = 0; item < likes.byItem().length; item++) {
      loss +=
          held(settings, likes.byItem()[item].length, users.length / k)
              * dot(items, item, items, item);
    }
    return loss;
  }

  /** Returns a0 sum over all pairs (p·q)², which is the inner product of the two Gram matrices. */
  private double pairs() {
    double[] ofUsers = weightedGram(users, k, settings.unobserved());
    double[] ofItems = weightedGram(items, k, 1);
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        sum += (i == j ? 1 : 2) * ofUsers[i * k + j] * ofItems[i * k + j];
      }
    }
    return sum;
  }

  private double dot(double[] a, int rowOfA, double[] b, int rowOfB) {
    double sum = 0;
    for (int d = 0; d < k; d++) {
      sum += a[rowOfA * k + d] * b[rowOfB * k + d];
    }
    return sum;
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
