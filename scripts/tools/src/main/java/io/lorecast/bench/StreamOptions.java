package io.lorecast.bench;

import java.util.List;

/**
 * How the stream is run.
 *
 * @param seed shuffles events of the same time, draws negatives, starts fits
 * @param boost head start of items few have met
 * @param diversity of the lists, 0 to 1
 * @param learnWeights whether the blend weights learn
 * @param ranks whether likes are ranked; if not, they are only learned from
 * @param peers names of the peers that are measured too
 * @param sequence whether the sequence term is learned and counts
 */
record StreamOptions(
    long seed,
    float boost,
    double diversity,
    boolean learnWeights,
    boolean ranks,
    List<String> peers,
    boolean sequence) {

  StreamOptions {
    peers = List.copyOf(peers);
  }

  /** Returns these options with the sequence term and without peers. */
  StreamOptions full() {
    return new StreamOptions(seed, boost, diversity, learnWeights, ranks, List.of(), true);
  }

  /** Returns whether anything is ranked before the end, so that the model must be kept fresh. */
  boolean usesModelOnTheWay() {
    return ranks || learnWeights;
  }

  /** Returns the shipped configuration without peers. */
  static StreamOptions of(long seed) {
    return new StreamOptions(seed, 1, 0, true, true, List.of(), false);
  }

  /** Returns the configuration that only learns, for lists afterwards. */
  static StreamOptions learning(long seed, boolean learnWeights) {
    return new StreamOptions(seed, 0, 0, learnWeights, false, List.of(), false);
  }
}
