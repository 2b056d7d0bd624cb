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
    return (double) hits(ranked, relevant, cutoff) / Math.min(cutoff, relevant.size());
  }

  /** Returns the share of all relevant items that are among the first {@code cutoff}. */
  public static <T> double recallOfAll(List<T> ranked, Set<T> relevant, int cutoff) {
    requireRelevant(relevant);
    return (double) hits(ranked, relevant, cutoff) / relevant.size();
  }

  /** Returns the share of the first {@code cutoff} places that hold a relevant item. */
  public static <T> double precision(List<T> ranked, Set<T> relevant, int cutoff) {
    requireRelevant(relevant);
    return (double) hits(ranked, relevant, cutoff) / cutoff;
  }

  /**
   * Returns the average precision: the precision at the rank of each hit among the first {@code
   * cutoff}, summed, over the number of relevant items. Its mean over users is MAP.
   *
   * <p>Source: "Introduction to Information Retrieval", Cambridge University Press, 2008, section
   * 8.4, equation 8.8, cut off at {@code cutoff}.
   */
  public static <T> double averagePrecision(List<T> ranked, Set<T> relevant, int cutoff) {
    requireRelevant(relevant);
    double sum = 0;
    int hits = 0;
    for (int rank = 1; rank <= Math.min(cutoff, ranked.size()); rank++) {
      if (relevant.contains(ranked.get(rank - 1))) {
        hits++;
        sum += (double) hits / rank;
      }
    }
    return sum / relevant.size();
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

  private static <T> long hits(List<T> ranked, Set<T> relevant, int cutoff) {
    return ranked.stream().limit(cutoff).filter(relevant::contains).count();
  }

  private static <T> void requireRelevant(Set<T> relevant) {
    if (relevant.isEmpty()) {
      throw new IllegalArgumentException("a ranking without relevant items has no metric");
    }
  }
}
