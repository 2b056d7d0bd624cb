package io.lorecast.recommend;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.store.UserState;
import java.util.List;
import java.util.Map;

/**
 * What one answer is made from.
 *
 * @param rows neighbour counters of the items that matter for this user
 * @param missing what could not be had, by name
 */
record Reading(
    Catalogue catalogue,
    String modelVersion,
    UserState user,
    Map<ItemId, NeighbourRow> rows,
    BlendWeights weights,
    List<String> missing) {}
