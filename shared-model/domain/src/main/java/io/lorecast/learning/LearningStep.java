package io.lorecast.learning;

import io.lorecast.model.UserId;
import java.util.List;

/**
 * Everything one interaction changes, to be applied whole and once.
 *
 * @param expectedRevision the revision of the history that {@code pairs} was computed from
 * @param entry what is added to the user's history
 * @param pairs what is added to neighbour counters
 * @param count what is added to the item's counters
 */
public record LearningStep(
    UserId user,
    long expectedRevision,
    HistoryEntry entry,
    List<PairIncrement> pairs,
    CountIncrement count) {
  public LearningStep {
    pairs = List.copyOf(pairs);
  }
}
