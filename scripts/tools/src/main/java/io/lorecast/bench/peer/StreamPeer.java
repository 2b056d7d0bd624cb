package io.lorecast.bench.peer;

/** A recommender that is measured beside the product on the same stream; items by position. */
public interface StreamPeer {

  /** Returns a score for every item, for a user by position; higher is better. */
  double[] scores(int user);

  /** Learns from one interaction. */
  void learn(int user, int item, boolean liked);

  /** Returns the rank of {@code item} among those not seen, from 1; ties count half. */
  static int rank(double[] scores, int item, boolean[] seen) {
    int better = 0;
    int equal = 0;
    for (int other = 0; other < scores.length; other++) {
      if (!seen[other] && other != item) {
        better += scores[other] > scores[item] ? 1 : 0;
        equal += scores[other] == scores[item] ? 1 : 0;
      }
    }
    return 1 + better + equal / 2;
  }
}
