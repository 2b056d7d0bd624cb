package io.lorecast.learning;

import io.lorecast.model.ItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The batch factors of the items that had likes when they were fitted.
 *
 * @param values shape [n, K], flat
 * @param own how far each item's own factors count against the mapped ones, in (0, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the model
record ItemFactors(Map<ItemId, Integer> positions, float[] values, float[] own) {

  static ItemFactors of(List<ItemId> items, float[] values, float[] own) {
    Map<ItemId, Integer> positions = new HashMap<>();
    items.forEach(item -> positions.put(item, positions.size()));
    return new ItemFactors(positions, values, own);
  }

  /** Returns the factors of {@code items}, shape [items, K], flat; zeros where there are none. */
  double[] of(List<ItemId> items) {
    double[] found = new double[items.size() * Features.K];
    for (int i = 0; i < items.size(); i++) {
      Integer position = positions.get(items.get(i));
      for (int d = 0; position != null && d < Features.K; d++) {
        found[i * Features.K + d] = values[position * Features.K + d];
      }
    }
    return found;
  }

  /** Adds own * q to {@code target[offset..]}; returns own, 0 for an item without factors. */
  float addTo(ItemId item, float[] target, int offset) {
    Integer position = positions.get(item);
    if (position == null) {
      return 0;
    }
    for (int d = 0; d < Features.K; d++) {
      target[offset + d] += own[position] * values[position * Features.K + d];
    }
    return own[position];
  }
}
