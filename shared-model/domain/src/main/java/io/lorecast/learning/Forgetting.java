package io.lorecast.learning;

import io.lorecast.model.UserId;
import java.util.List;

/**
 * Everything that takes a user's traces out of the counters again.
 *
 * @param pairs the negative of all that the user ever added to neighbour counters
 * @param counts the negative of all that the user ever added to item counters
 */
public record Forgetting(UserId user, List<PairIncrement> pairs, List<CountIncrement> counts) {
  public Forgetting {
    pairs = List.copyOf(pairs);
    counts = List.copyOf(counts);
  }
}
