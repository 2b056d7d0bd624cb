package io.lorecast.bench;

/**
 * How the stream is run.
 *
 * @param seed shuffles events of the same time, draws negatives, starts fits
 * @param boost head start of items few have met
 * @param diversity of the lists, 0 to 1
 * @param learnWeights whether the blend weights learn
 * @param peers whether the peers are measured too
 * @param sequence whether the sequence term is learned and counts
 */
record StreamOptions(
    long seed,
    float boost,
    double diversity,
    boolean learnWeights,
    boolean peers,
    boolean sequence) {

  /** Returns these options with the sequence term and without peers. */
  StreamOptions full() {
    return new StreamOptions(seed, boost, diversity, learnWeights, false, true);
  }
}
