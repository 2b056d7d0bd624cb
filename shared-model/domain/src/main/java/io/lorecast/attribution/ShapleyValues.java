package io.lorecast.attribution;

import io.lorecast.vector.Permutation;
import java.util.random.RandomGenerator;

/**
 * Each player's Shapley value: what the player adds to those before, averaged over all orders in
 * which the players may come,
 *
 * <pre>
 *   phi_p = sum over S without p of |S|! (n - |S| - 1)! / n! * (v(S + p) - v(S))
 * </pre>
 *
 * <p>The values of all players add up to v(everybody) - v(nobody), in every outcome; so they do
 * when they are estimated, for each order drawn adds up to it.
 *
 * <p>Sources: "A Value for n-Person Games", Contributions to the Theory of Games II, 1953,
 * doi:10.1515/9781400881970-018; to explain predictions, "A Unified Approach to Interpreting Model
 * Predictions", NeurIPS 2017, arXiv:1705.07874, equation 4; by drawing orders, "Polynomial
 * calculation of the Shapley value based on sampling", Computers and Operations Research 36(5),
 * 2009, doi:10.1016/j.cor.2008.04.004. Each order is walked backwards too (antithetic sampling,
 * "Sampling Permutations for Shapley Value Estimation", JMLR 23, 2022, arXiv:2104.12199, section
 * 3.2): what two players do to each other is then shared exactly, whatever the order.
 *
 * <p>Pure; deterministic for a given generator.
 */
public final class ShapleyValues {

  private final int players;
  private final int outcomes;

  /** Shape [players, outcomes]. */
  private final double[] values;

  private ShapleyValues(CooperativeGame game) {
    this.players = game.players();
    this.outcomes = game.outcomes();
    if (players > CooperativeGame.MOST_PLAYERS) {
      throw new IllegalArgumentException(
          "a game has at most " + CooperativeGame.MOST_PLAYERS + " players, had " + players);
    }
    this.values = new double[players * outcomes];
  }

  /** Returns the values by all 2^n coalitions, each asked for once. */
  public static ShapleyValues exact(CooperativeGame game) {
    ShapleyValues shapley = new ShapleyValues(game);
    if (shapley.players > 0) {
      shapley.enumerate(game);
    }
    return shapley;
  }

  /**
   * Returns the values estimated from {@code pairs} orders and their reverses; asks for 2 * pairs *
   * (players - 1) + 2 coalitions.
   *
   * @param pairs at least 1
   */
  public static ShapleyValues sampled(CooperativeGame game, int pairs, RandomGenerator random) {
    if (pairs < 1) {
      throw new IllegalArgumentException("pairs must be at least 1, was " + pairs);
    }
    ShapleyValues shapley = new ShapleyValues(game);
    if (shapley.players > 0) {
      shapley.sample(game, pairs, random);
    }
    return shapley;
  }

  /** Returns the value of {@code player} in {@code outcome}, both from 0. */
  public double of(int player, int outcome) {
    return values[player * outcomes + outcome];
  }

  private void enumerate(CooperativeGame game) {
    double[] shares = shares(players);
    double[] achieved = new double[outcomes];
    for (long coalition = 0; coalition < 1L << players; coalition++) {
      game.value(coalition, achieved);
      int size = Long.bitCount(coalition);
      for (int player = 0; player < players; player++) {
        // v(S) counts for those in S as v(S' + p), and against those outside as v(S).
        boolean member = (coalition >> player & 1) == 1;
        add(player, achieved, member ? shares[size - 1] : -shares[size]);
      }
    }
  }

  /** Returns s! (n - s - 1)! / n! for each size s, shape [n]. */
  private static double[] shares(int n) {
    double[] shares = new double[n];
    shares[0] = 1.0 / n;
    for (int s = 1; s < n; s++) {
      shares[s] = shares[s - 1] * s / (n - s);
    }
    return shares;
  }

  private void sample(CooperativeGame game, int pairs, RandomGenerator random) {
    double[] nobody = new double[outcomes];
    double[] everybody = new double[outcomes];
    game.value(0, nobody);
    game.value((1L << players) - 1, everybody);
    int[] order = new int[players];
    for (int player = 0; player < players; player++) {
      order[player] = player;
    }
    for (int pair = 0; pair < pairs; pair++) {
      Permutation.shuffle(order, random);
      walk(game, order, nobody, everybody, .5 / pairs);
      Permutation.reverse(order);
      walk(game, order, nobody, everybody, .5 / pairs);
    }
  }

  private void walk(
      CooperativeGame game, int[] order, double[] nobody, double[] everybody, double share) {
    double[] before = nobody.clone();
    double[] after = new double[outcomes];
    long coalition = 0;
    for (int step = 0; step < players; step++) {
      coalition |= 1L << order[step];
      if (step == players - 1) {
        System.arraycopy(everybody, 0, after, 0, outcomes);
      } else {
        game.value(coalition, after);
      }
      add(order[step], after, share);
      add(order[step], before, -share);
      double[] spare = before;
      before = after;
      after = spare;
    }
  }

  private void add(int player, double[] achieved, double share) {
    for (int outcome = 0; outcome < outcomes; outcome++) {
      values[player * outcomes + outcome] += share * achieved[outcome];
    }
  }
}
