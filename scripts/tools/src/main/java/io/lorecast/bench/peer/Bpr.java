package io.lorecast.bench.peer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Peer: Bayesian personalised ranking of a matrix factorisation with item biases: each step raises
 * a liked item over one that the user has not met, drawn uniformly.
 *
 * <p>Source: "BPR: Bayesian Personalized Ranking from Implicit Feedback", UAI 2009, figure 4
 * (LearnBPR) and section 4.3.1.
 */
public final class Bpr implements StreamPeer {

  /**
   * The constants.
   *
   * @param factors k
   * @param rate of a step
   * @param regularisation of factors and biases
   * @param steps in a batch, passes over all likes; on a stream, steps for each like
   */
  public record Settings(int factors, double rate, double regularisation, int steps) {

    /** Returns those of Cornac's example in the public comparison, see {@code WarmBench}. */
    public static Settings batch() {
      return new Settings(200, .01, .001, 100);
    }

    /** Returns those that were best of six on the stream of MovieLens 100K. */
    public static Settings stream() {
      return new Settings(32, .05, .01, 20);
    }
  }

  private final Settings settings;
  private final FactorTable users;
  private final FactorTable items;
  private final double[] biases;
  private final List<BitSet> seen = new ArrayList<>();
  private final RandomGenerator random;

  /** Creates a recommender with small random factors. */
  public Bpr(int users, int items, Settings settings, long seed) {
    this.settings = settings;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.users = new FactorTable(users, settings.factors(), random);
    this.items = new FactorTable(items, settings.factors(), random);
    this.biases = new double[items];
    for (int user = 0; user < users; user++) {
      seen.add(new BitSet(items));
    }
  }

  /** Returns the recommender of {@code likes}, fitted in passes of as many random likes. */
  public static Peer fit(Likes likes, long seed) {
    Bpr bpr = new Bpr(likes.users(), likes.items(), Settings.batch(), seed);
    List<int[]> pairs = new ArrayList<>();
    for (int user = 0; user < likes.users(); user++) {
      for (int item : likes.byUser()[user]) {
        pairs.add(new int[] {user, item});
        bpr.seen.get(user).set(item);
      }
    }
    for (long step = 0; step < (long) bpr.settings.steps() * pairs.size(); step++) {
      int[] pair = pairs.get(bpr.random.nextInt(pairs.size()));
      bpr.step(pair[0], pair[1]);
    }
    return (user, liked) -> bpr.scores(user);
  }

  @Override
  public double[] scores(int user) {
    double[] scores = users.dots(user, items);
    for (int item = 0; item < scores.length; item++) {
      scores[item] += biases[item];
    }
    return scores;
  }

  @Override
  public void learn(int user, int item, boolean liked) {
    seen.get(user).set(item);
    for (int step = 0; liked && step < settings.steps(); step++) {
      step(user, item);
    }
  }

  private void step(int user, int liked) {
    if (seen.get(user).cardinality() == biases.length) {
      return;
    }
    int other = random.nextInt(biases.length);
    while (seen.get(user).get(other)) {
      other = random.nextInt(biases.length);
    }
    double apart = users.dot(user, items, liked) - users.dot(user, items, other);
    double slope = 1 / (1 + Math.exp(apart + biases[liked] - biases[other]));
    double rate = settings.rate();
    double held = settings.regularisation();
    biases[liked] += rate * (slope - held * biases[liked]);
    biases[other] += rate * (-slope - held * biases[other]);
    int k = settings.factors();
    for (int d = 0; d < k; d++) {
      double p = users.values[user * k + d];
      double i = items.values[liked * k + d];
      double j = items.values[other * k + d];
      users.values[user * k + d] += rate * (slope * (i - j) - held * p);
      items.values[liked * k + d] += rate * (slope * p - held * i);
      items.values[other * k + d] += rate * (-slope * p - held * j);
    }
  }
}
