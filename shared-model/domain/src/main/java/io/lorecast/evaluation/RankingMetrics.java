package io.lorecast.evaluation;

import java.util.List;
import java.util.Set;

/** Metrics of one ranking with any number of relevant items; all in [0, 1]. */
public final class RankingMetrics {

  private RankingMetrics() {}

  /**
   * Returns the share of the relevant items among the first {@code cutoff}, of as many as could be
   * there: hits / min(cutoff, relevant).
   */
  public static <T> double recall(List<T> ranked, Set<T> relevant, int cutoff) {
    requireRelevant(relevant);
    long hits = ranked.stream().limit(cutoff).filter(relevant::contains).count();
    return (double) hits / Math.min(cutoff, relevant.size());
  }

  /** Returns the normalised discounted cumulative gain of the first {@code cutoff}. */
  public static <T> double ndcg(List<T> ranked, Set<T> relevant, int cutoff) {
    requireRelevant(relevant);
    double gain = 0;
    double ideal = 0;
    for (int rank = 1; rank <= cutoff; rank++) {
      if (rank <= ranked.size() && relevant.contains(ranked.get(rank - 1))) {
        gain += discount(rank);
      }
      if (rank <= relevant.size()) {
        ideal += discount(rank);
      }
    }
    return gain / ideal;
  }

  /** Returns 1 / log2(1 + rank), for ranks from 1. */
  static double discount(int rank) {
    return Math.log(2) / Math.log(1 + rank);
  }

  private static <T> void requireRelevant(Set<T> relevant) {
    if (relevant.isEmpty()) {
      throw new IllegalArgumentException("a ranking without relevant items has no metric");
    }
  }
}
