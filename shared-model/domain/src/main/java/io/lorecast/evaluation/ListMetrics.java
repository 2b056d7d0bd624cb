package io.lorecast.evaluation;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** What a list is like beside being right. Pure. */
public final class ListMetrics {

  private ListMetrics() {}

  /**
   * Returns the intra-list similarity: the mean similarity over all pairs of the list; 0 with fewer
   * than two items. Lower is more diverse.
   *
   * <p>Source: "Improving Recommendation Lists Through Topic Diversification", WWW 2005,
   * doi:10.1145/1060745.1060754, over the number of pairs.
   */
  public static <T> double intraListSimilarity(List<T> list, ToDoubleBiFunction<T, T> similarity) {
    double sum = 0;
    for (int i = 1; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += similarity.applyAsDouble(list.get(i), list.get(j));
      }
    }
    int pairs = list.size() * (list.size() - 1) / 2;
    return pairs == 0 ? 0 : sum / pairs;
  }

  /**
   * Returns the novelty of a list: the mean of -log2 of the share of users who know each item, in
   * bits; higher is less known. 0 for an empty list.
   *
   * <p>Source: "Solving the apparent diversity-accuracy dilemma of recommender systems", PNAS
   * 107(10), 2010, doi:10.1073/pnas.1000488107 (surprisal).
   *
   * @param known the share of users who know an item, in (0, 1]
   */
  public static <T> double novelty(List<T> list, ToDoubleFunction<T> known) {
    return list.stream()
        .mapToDouble(item -> -Math.log(known.applyAsDouble(item)) / Math.log(2))
        .average()
        .orElse(0);
  }
}
