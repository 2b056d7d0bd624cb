package io.lorecast.learning;

import io.lorecast.model.ItemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up pair increments, so that each counter is named once and zeros not at all. */
final class PairSums {

  private record Counter(ItemId row, Signal signal, ItemId neighbour) {}

  private final Map<Counter, Long> sums = new LinkedHashMap<>();

  /** Adds what two events of one user say of each other; a pair of the same item says nothing. */
  void add(HistoryEntry one, HistoryEntry other, long amount) {
    if (amount == 0 || one.item().equals(other.item())) {
      return;
    }
    addTo(one, other, amount);
    addTo(other, one, amount);
  }

  private void addTo(HistoryEntry row, HistoryEntry neighbour, long amount) {
    if (neighbour.signal() == Signal.LIKED) {
      sums.merge(new Counter(row.item(), row.signal(), neighbour.item()), amount, Long::sum);
    }
  }

  /** Returns the sums that are not zero, each multiplied by {@code sign}. */
  List<PairIncrement> increments(int sign) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() != 0)
        .map(sum -> increment(sum.getKey(), sign * sum.getValue()))
        .toList();
  }

  private static PairIncrement increment(Counter counter, long amount) {
    return new PairIncrement(counter.row(), counter.signal(), counter.neighbour(), amount);
  }
}
