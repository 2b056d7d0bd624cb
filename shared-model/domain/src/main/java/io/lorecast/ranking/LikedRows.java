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
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one explanation
record LikedRows(int[] rowOf, int count, float[] features) {

  /** Returns the rows of the first {@code most} such items. */
  static LikedRows of(List<RecentItem> met, int most, CatalogueView view) {
    int[] rowOf = new int[met.size()];
    Arrays.fill(rowOf, -1);
    float[] features = new float[Math.min(most, met.size()) * Features.SIZE];
    int count = 0;
    for (int position = 0; position < rowOf.length && count < most; position++) {
      int slot = view.slot(met.get(position).item());
      if (slot >= 0 && met.get(position).signal() == Signal.LIKED) {
        view.features.copy(slot, 0, Features.SIZE, features, count * Features.SIZE);
        rowOf[position] = count++;
      }
    }
    return new LikedRows(rowOf, count, features);
  }

  /** Returns the factors q~ of the first {@code h} rows, shape [h, {@link Features#K}], flat. */
  float[] factors(int h) {
    return ProfileBuilder.factors(features, h);
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
