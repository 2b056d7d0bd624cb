package io.lorecast.bench;

/**
 * How the stream is run.
 *
 * @param seed shuffles events of the same time, draws negatives, starts fits
 * @param newItems the head start of items few have met
 * @param diversity of the lists, 0 to 1
 * @param learnWeights whether the blend weights learn
 * @param peers whether the peers are measured too
 * @param sequence whether the sequence term is learned and counts
 */
record StreamOptions(
    long seed,
    NewItems newItems,
    double diversity,
    boolean learnWeights,
    boolean peers,
    boolean sequence) {

  /**
   * The lane of new items.
   *
   * @param boost their head start
   * @param places how many of them a list may lift
   * @param popularity how much it counts how well liked they are so far
   */
  record NewItems(float boost, int places, float popularity) {}

  /** Returns these options with the sequence term and without peers. */
  StreamOptions full() {
    return new StreamOptions(seed, newItems, diversity, learnWeights, false, true);
  }
}
