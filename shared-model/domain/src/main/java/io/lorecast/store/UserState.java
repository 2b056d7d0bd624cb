package io.lorecast.store;

import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.Set;

/**
 * What a user did, as a ranking needs it.
 *
 * @param seen every item the user has met, ever
 */
public record UserState(UserHistory history, Set<ItemId> seen) {
  public UserState {
    seen = Set.copyOf(seen);
  }
}
