package io.lorecast.ranking;

import io.lorecast.learning.NeighbourCounters;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.model.ItemId;
import java.util.Arrays;
import java.util.Map;

/**
 * A neighbour row with its items looked up: slots and amounts, in pairs of adjacent events. Worth
 * keeping while the same row is read again, for the look-ups are most of the cost of a ranking.
 *
 * @param source what it was made of
 * @param layout of the catalogue whose slots it names
 */
record CompiledRow(NeighbourRow source, long layout, Half liked, Half other) {

  /** The counters of one signal. */
  @SuppressWarnings("ArrayRecordComponent") // lives within the catalogue
  record Half(int[] slots, float[] amounts) {}

  static CompiledRow of(NeighbourRow row, CatalogueView view) {
    return new CompiledRow(row, view.layout(), half(row.liked(), view), half(row.other(), view));
  }

  /** Returns whether it still stands for {@code row}. */
  @SuppressWarnings("ReferenceEquality") // comparing the counters would cost what this saves
  boolean isOf(NeighbourRow row, CatalogueView view) {
    return source == row && layout == view.layout();
  }

  private static Half half(Map<ItemId, Long> counters, CatalogueView view) {
    int[] slots = new int[counters.size()];
    float[] amounts = new float[slots.length];
    int count = 0;
    for (Map.Entry<ItemId, Long> counter : counters.entrySet()) {
      int slot = view.slot(counter.getKey());
      if (slot >= 0 && counter.getValue() > 0) {
        slots[count] = slot;
        amounts[count++] = counter.getValue() / (float) NeighbourCounters.ONE;
      }
    }
    return new Half(Arrays.copyOf(slots, count), Arrays.copyOf(amounts, count));
  }
}
