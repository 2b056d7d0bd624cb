package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ranks a catalogue for a user, or around an item. Pure; thread-safe. */
public final class Ranker {

  private final RankingSettings settings;

  /** Creates a ranker. */
  public Ranker(RankingSettings settings) {
    this.settings = settings;
  }

  /** Returns the items whose neighbour rows {@link #rank} reads for this history, newest first. */
  public List<ItemId> rowsWanted(UserHistory history) {
    return RecentItem.of(history, settings.neighbourEvents()).stream()
        .map(RecentItem::item)
        .toList();
  }

  /**
   * Returns the best items for a user, best first, each with the terms that add up to its score and
   * a reason. A user without history gets what is popular.
   *
   * @param rows neighbour rows of the items {@link #rowsWanted}; absent ones say nothing
   */
  public List<ScoredItem> rank(
      RankRequest request,
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      Instant now) {
    throw new UnsupportedOperationException("next commit");
  }

  /**
   * Returns the items most like {@code to}, best first: by content, knowledge, neighbours and
   * factors, without popularity; {@code to} itself never comes. Empty if {@code to} is not in the
   * catalogue.
   *
   * @param rows the neighbour row of {@code to}; absent if it has none
   */
  public List<ScoredItem> similar(
      RankRequest request,
      ItemId to,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      Instant now) {
    throw new UnsupportedOperationException("next commit");
  }
}
