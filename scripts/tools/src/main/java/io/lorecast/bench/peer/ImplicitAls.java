package io.lorecast.bench.peer;

import io.lorecast.vector.Cholesky;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Peer: iALS, implicit alternating least squares with frequency-scaled regularisation (nu = 1); a
 * user's factors are solved anew from what they like when they are asked for.
 *
 * <p>Source: "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022,
 * doi:10.1145/3523227.3548486, equations 1 and 3, with k = {@value #K}, more than enough for some
 * thousands of items.
 */
public final class ImplicitAls implements BatchPeer {

  private static final int K = 64;
  private static final int SWEEPS = 16;
  private static final double START_DEVIATION = .1;

  private final double unobserved;
  private final double regularisation;

  /**
   * Creates it.
   *
   * @param unobserved alpha0, the weight of a pair that was not liked
   * @param regularisation lambda
   */
  public ImplicitAls(double unobserved, double regularisation) {
    this.unobserved = unobserved;
    this.regularisation = regularisation;
  }

  /** Returns it with the constants published for MovieLens 20M. */
  public static ImplicitAls published() {
    return new ImplicitAls(.1, .003);
  }

  @Override
  public Peer fit(Likes likes, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[][] byItem = likes.byItem();
    double[] items = new double[likes.items() * K];
    Arrays.setAll(items, i -> random.nextGaussian() * START_DEVIATION / Math.sqrt(K));
    double[] users = new double[likes.users() * K];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      solve(items, likes.byUser(), users);
      solve(users, byItem, items);
    }
    double[] gram = gram(items);
    return (user, liked) -> scores(items, gram, liked);
  }

  private double[] scores(double[] items, double[] gram, int[] liked) {
    double[] scores = new double[items.length / K];
    if (liked.length > 0) {
      double[] factors = new double[K];
      solve(items, gram, liked, factors, 0);
      for (int item = 0; item < scores.length; item++) {
        for (int d = 0; d < K; d++) {
          scores[item] += factors[d] * items[item * K + d];
        }
      }
    }
    return scores;
  }

  private void solve(double[] given, int[][] liked, double[] wanted) {
    double[] gram = gram(given);
    for (int row = 0; row < liked.length; row++) {
      Arrays.fill(wanted, row * K, (row + 1) * K, 0);
      if (liked[row].length > 0) {
        solve(given, gram, liked[row], wanted, row * K);
      }
    }
  }

  private void solve(double[] given, double[] gram, int[] liked, double[] target, int offset) {
    double[] system = gram.clone();
    int others = given.length / K;
    for (int d = 0; d < K; d++) {
      system[d * K + d] += regularisation * (liked.length + unobserved * others);
    }
    for (int other : liked) {
      addOuter(system, given, other * K);
      for (int d = 0; d < K; d++) {
        target[offset + d] += given[other * K + d];
      }
    }
    Cholesky.inPlace(system, K).solve(target, offset);
  }

  private double[] gram(double[] rows) {
    double[] gram = new double[K * K];
    for (int row = 0; row < rows.length; row += K) {
      addOuter(gram, rows, row);
    }
    for (int i = 0; i < gram.length; i++) {
      gram[i] *= unobserved;
    }
    return gram;
  }

  private static void addOuter(double[] matrix, double[] rows, int row) {
    for (int i = 0; i < K; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i * K + j] += rows[row + i] * rows[row + j];
      }
    }
  }
}
