package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.Signal;
import java.util.Arrays;
import java.util.List;

/**
 * The features of the items of a history that were liked and are in the catalogue, newest first.
 *
 * @param rowOf the row of each position of the history, or -1
 * @param count how many rows there are
 * @param features shape [count, {@link Features#SIZE}], flat
 * @param factors q~, shape [count, {@link Features#K}], flat
 * @param timesZ Z q~, shape [count, {@link Features#K}], flat
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one explanation
record LikedRows(int[] rowOf, int count, float[] features, float[] factors, float[] timesZ) {

  /** Returns the rows of the first {@code most} such items. */
  static LikedRows of(List<RecentItem> met, int most, CatalogueView view) {
    int[] rowOf = new int[met.size()];
    Arrays.fill(rowOf, -1);
    int[] slots = new int[Math.min(most, met.size())];
    float[] features = new float[slots.length * Features.SIZE];
    int count = 0;
    for (int position = 0; position < rowOf.length && count < most; position++) {
      int slot = view.slot(met.get(position).item());
      if (slot >= 0 && met.get(position).signal() == Signal.LIKED) {
        view.features.copy(slot, 0, Features.SIZE, features, count * Features.SIZE);
        slots[count] = slot;
        rowOf[position] = count++;
      }
    }
    return new LikedRows(
        rowOf,
        count,
        features,
        view.features.factors(slots, count),
        view.features.timesZ(slots, count));
  }

  /** Returns the first {@code h} of {@code rows}, shape [count, {@link Features#K}], flat. */
  static float[] first(int h, float[] rows) {
    return Arrays.copyOf(rows, h * Features.K);
  }

  /** Fills {@code chosen} with the rows of the first members that have one; returns how many. */
  int choose(int[] members, int count, int[] chosen) {
    int found = 0;
    for (int i = 0; i < count && found < chosen.length; i++) {
      int row = rowOf[members[i]];
      if (row >= 0) {
        chosen[found++] = row;
      }
    }
    return found;
  }
}
