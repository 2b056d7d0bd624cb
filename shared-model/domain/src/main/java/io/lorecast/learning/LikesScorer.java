package io.lorecast.learning;

/** Scores every item of a catalogue for a user, by what the user likes and nothing else. */
interface LikesScorer {

  /**
   * Returns the score of each item, shape [items]; only their order for one user means anything.
   *
   * @param liked positions of the items that the user likes, each once
   */
  double[] scores(int[] liked);
}
