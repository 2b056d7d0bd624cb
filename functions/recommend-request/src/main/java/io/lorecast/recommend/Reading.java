package io.lorecast.recommend;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.store.UserState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one answer is made from.
 *
 * @param users for whom it is, at least one; one without history for somebody unknown
 * @param rows neighbour counters of the items that matter for these users
 * @param missing what could not be had, by name
 */
record Reading(
    Catalogue catalogue,
    String modelVersion,
    List<UserState> users,
    Map<ItemId, NeighbourRow> rows,
    BlendWeights weights,
    List<String> missing) {

  UserState user() {
    return users.getFirst();
  }

  List<UserHistory> histories() {
    return users.stream().map(UserState::history).toList();
  }

  /** Returns what one of the users has met. */
  Set<ItemId> seen() {
    return users.stream()
        .flatMap(user -> user.seen().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns this where {@code part} could not be had either. */
  Reading without(String part) {
    List<String> all = Stream.concat(missing.stream(), Stream.of(part)).sorted().toList();
    return new Reading(catalogue, modelVersion, users, rows, weights, all);
  }
}
