package io.lorecast.bench.peer;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Peer: ISGD, incremental matrix factorisation of likes by stochastic gradient descent: each like
 * is one step of the user's and the item's factors towards a product of 1.
 *
 * <p>Source: "Fast Incremental Matrix Factorization for Recommendation with Positive-Only
 * Feedback", UMAP 2014, doi:10.1007/978-3-319-08786-3_41, algorithm 2. Items are ordered by |1 -
 * score|, nearest to 1 first. The constants were the best of five on the stream of MovieLens 100K.
 */
public final class Isgd implements StreamPeer {

  private static final int FACTORS = 10;
  private static final double RATE = .1;
  private static final double REGULARISATION = .01;

  private final FactorTable users;
  private final FactorTable items;

  /** Creates a recommender with small random factors. */
  public Isgd(int users, int items, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.users = new FactorTable(users, FACTORS, random);
    this.items = new FactorTable(items, FACTORS, random);
  }

  @Override
  public double[] scores(int user) {
    double[] scores = users.dots(user, items);
    for (int item = 0; item < scores.length; item++) {
      scores[item] = -Math.abs(1 - scores[item]);
    }
    return scores;
  }

  @Override
  public void learn(int user, int item, boolean liked) {
    if (!liked) {
      return;
    }
    double error = 1 - users.dot(user, items, item);
    for (int d = 0; d < FACTORS; d++) {
      double p = users.values[user * FACTORS + d];
      double q = items.values[item * FACTORS + d];
      users.values[user * FACTORS + d] += RATE * (error * q - REGULARISATION * p);
      items.values[item * FACTORS + d] += RATE * (error * p - REGULARISATION * q);
    }
  }
}
