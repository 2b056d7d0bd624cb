package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.model.ItemId;
import java.util.Map;

/**
 * What scores are made from besides a history: the same for the history as it is and for any part
 * of it.
 *
 * @param rows neighbour rows by item met; absent ones say nothing
 */
record ScoringBasis(
    RankingSettings settings,
    BlendWeights weights,
    CatalogueView view,
    Map<ItemId, NeighbourRow> rows) {}
