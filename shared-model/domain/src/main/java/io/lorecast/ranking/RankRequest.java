package io.lorecast.ranking;

import io.lorecast.model.ItemId;
import java.util.HashSet;
import java.util.Set;

/**
 * What is asked of a ranking.
 *
 * @param k how many items, at least 1
 * @param seen items the user has met that must not come; empty if they may
 * @param exclude other items that must not come
 * @param where what the items' attributes must be
 * @param diversity how much the list is spread, 0 (by score alone) to 1
 * @param explain how much is said about why
 */
public record RankRequest(
    int k,
    Set<ItemId> seen,
    Set<ItemId> exclude,
    AttributeFilter where,
    double diversity,
    ExplanationLevel explain) {

  public RankRequest {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, was " + k);
    }
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be 0 to 1, was " + diversity);
    }
  }

  /** Creates a request with a reason for each item. */
  public RankRequest(
      int k, Set<ItemId> seen, Set<ItemId> exclude, AttributeFilter where, double diversity) {
    this(k, seen, exclude, where, diversity, ExplanationLevel.SHORT);
  }

  /** Returns a request for the {@code k} best items that are not in {@code seen}. */
  public static RankRequest best(int k, Set<ItemId> seen) {
    return new RankRequest(k, seen, Set.of(), AttributeFilter.ANY, 0);
  }

  /** Returns this request with another level of explanation. */
  public RankRequest explained(ExplanationLevel level) {
    return new RankRequest(k, seen, exclude, where, diversity, level);
  }

  /** Returns this request without {@code item} in the answer. */
  RankRequest without(ItemId item) {
    Set<ItemId> excluded = new HashSet<>(exclude);
    excluded.add(item);
    return new RankRequest(k, seen, excluded, where, diversity, explain);
  }
}
