package io.lorecast.bench;

import io.lorecast.ranking.RankingSettings;
import java.util.List;

/**
 * How the stream is run.
 *
 * @param seed shuffles events of the same time, draws negatives, starts fits
 * @param newItems the head start of items few have met
 * @param diversity of the lists, 0 to 1
 * @param learnWeights whether the blend weights learn
 * @param ranks whether likes are ranked; if not, they are only learned from
 * @param peers names of the peers that are measured too
 * @param sequence whether the sequence term is learned and counts
 * @param graphHops how far the knowledge term follows edges, 1 or 2
 */
record StreamOptions(
    long seed,
    NewItems newItems,
    double diversity,
    boolean learnWeights,
    boolean ranks,
    List<String> peers,
    boolean sequence,
    int graphHops) {

  StreamOptions {
    peers = List.copyOf(peers);
  }

  /**
   * The lane of new items.
   *
   * @param boost their head start
   * @param places how many of them a list may lift
   * @param popularity how much it counts how well liked they are so far
   */
  record NewItems(float boost, int places, float popularity) {

    /** No head start. */
    static final NewItems NONE = new NewItems(0, 0, 0);

    /** Returns the shipped lane. */
    static NewItems shipped() {
      RankingSettings shipped = RankingSettings.defaults();
      return new NewItems(shipped.boost(), shipped.boostedItems(), shipped.boostPopularity());
    }
  }

  /** Returns these options with the sequence term and without peers. */
  StreamOptions full() {
    return new StreamOptions(
        seed, newItems, diversity, learnWeights, ranks, List.of(), true, graphHops);
  }

  /** Returns whether anything is ranked before the end, so that the model must be kept fresh. */
  boolean usesModelOnTheWay() {
    return ranks || learnWeights;
  }

  /** Returns the shipped configuration without peers. */
  static StreamOptions of(long seed) {
    return new StreamOptions(
        seed, NewItems.shipped(), 0, true, true, List.of(), false, shippedHops());
  }

  /** Returns the configuration that only learns, for lists afterwards. */
  static StreamOptions learning(long seed, boolean learnWeights) {
    return new StreamOptions(
        seed, NewItems.NONE, 0, learnWeights, false, List.of(), false, shippedHops());
  }

  static int shippedHops() {
    return RankingSettings.defaults().graphHops();
  }
}
