package io.lorecast.learning;

import io.lorecast.model.ItemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The batch side alone as a recommender, for users whose likes of any time count the same; made by
 * {@link BatchFitter}. Immutable; safe to share.
 */
public final class BatchRecommender {

  private final List<ItemId> items;
  private final Map<ItemId, Integer> positions = new HashMap<>();
  private final LikesScorer scorer;

  BatchRecommender(List<ItemId> items, LikesScorer scorer) {
    this.items = items;
    items.forEach(item -> positions.put(item, positions.size()));
    this.scorer = scorer;
  }

  /** Returns the items in the order of {@link #scores}. */
  public List<ItemId> items() {
    return items;
  }

  /**
   * Returns the score of each item for a user, shape [items]; only their order means anything.
   *
   * @param liked what the user likes; items that are not in the catalogue count for nothing
   */
  public double[] scores(Collection<ItemId> liked) {
    return scorer.scores(
        liked.stream()
            .map(positions::get)
            .filter(Objects::nonNull)
            .distinct()
            .mapToInt(Integer::intValue)
            .toArray());
  }
}
