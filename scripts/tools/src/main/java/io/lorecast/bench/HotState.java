package io.lorecast.bench;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.PairIncrement;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a {@link io.lorecast.store.LearningStore} keeps, in maps of one thread: it changes by
 * learning steps alone. Rows are read as from a reader's local copy: pruned and a little old.
 */
final class HotState {

  /** The counters of one item, and the copy of the greatest of them that readers get. */
  private static final class Row {
    private final Map<ItemId, Long> liked = new HashMap<>();
    private final Map<ItemId, Long> other = new HashMap<>();
    private NeighbourRow copy = NeighbourRow.EMPTY;
    private int additionsSince = KEPT_FOR;

    void add(PairIncrement pair) {
      Map<ItemId, Long> counters = pair.signal() == Signal.LIKED ? liked : other;
      counters.merge(pair.neighbour(), pair.amount(), Long::sum);
      additionsSince++;
    }

    NeighbourRow read() {
      if (additionsSince >= KEPT_FOR) {
        copy = new NeighbourRow(Map.copyOf(liked), Map.copyOf(other)).strongest(PRUNED_TO);
        additionsSince = 0;
      }
      return copy;
    }
  }

  /** How many counters of a row a reader gets, and how many additions old its copy may be. */
  private static final int PRUNED_TO = 200;

  private static final int KEPT_FOR = 20;

  private final Map<UserId, UserHistory> histories = new HashMap<>();
  private final Map<UserId, Set<ItemId>> seen = new HashMap<>();
  private final Map<ItemId, Row> rows = new HashMap<>();
  private final Map<ItemId, ItemCounts> counts = new HashMap<>();

  UserHistory history(UserId user) {
    return histories.getOrDefault(user, UserHistory.empty(user));
  }

  Set<ItemId> seen(UserId user) {
    return seen.getOrDefault(user, Set.of());
  }

  ItemCounts counts(ItemId item) {
    return counts.getOrDefault(item, ItemCounts.NONE);
  }

  Map<ItemId, NeighbourRow> rows(List<ItemId> wanted) {
    Map<ItemId, NeighbourRow> found = new HashMap<>();
    for (ItemId item : wanted) {
      Row row = rows.get(item);
      if (row != null) {
        found.put(item, row.read());
      }
    }
    return found;
  }

  void apply(LearningStep step) {
    histories.put(step.user(), history(step.user()).with(step.entry()));
    seen.computeIfAbsent(step.user(), user -> new HashSet<>()).add(step.entry().item());
    for (PairIncrement pair : step.pairs()) {
      rows.computeIfAbsent(pair.row(), item -> new Row()).add(pair);
    }
    CountIncrement count = step.count();
    counts.merge(
        count.item(), counted(ItemCounts.NONE, count), (now, added) -> counted(now, count));
  }

  private static ItemCounts counted(ItemCounts counts, CountIncrement by) {
    return new ItemCounts(
        counts.events() + by.events(),
        counts.likes() + by.likes(),
        sum(counts.popularity(), by.popularityEpoch(), by.popularity()),
        sum(counts.trend(), by.trendEpoch(), by.trend()),
        counts.contexts());
  }

  private static Map<Long, Long> sum(Map<Long, Long> amounts, long epoch, long amount) {
    Map<Long, Long> sums = new HashMap<>(amounts);
    sums.merge(epoch, amount, Long::sum);
    return sums;
  }
}
