package io.lorecast.bench.peer;

/** A recommender that has been fitted. */
public interface Peer {

  /**
   * Returns a score for every item; higher is better.
   *
   * @param user by position
   * @param liked what the user likes now, oldest first, which may be more than was fitted to
   */
  double[] scores(int user, int[] liked);
}
