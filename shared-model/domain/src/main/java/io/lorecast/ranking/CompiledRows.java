package io.lorecast.ranking;

import io.lorecast.learning.NeighbourRow;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The neighbour rows read last, compiled, by slot; soft, so that they never stand in the way of
 * anything else. Readers may ask at once: at worst one does again what another has done.
 */
final class CompiledRows {

  private @Nullable SoftReference<CompiledRow>[] rows = empty();

  void ensure(int slots) {
    if (rows.length < slots) {
      rows = Arrays.copyOf(rows, Math.max(slots, rows.length + rows.length / 2));
    }
  }

  void clear(int slot) {
    rows[slot] = null;
  }

  /**
   * Returns {@code row}, that of the item in {@code slot}, to be compiled.
   *
   * @param slot -1 for an item that has none
   * @param layout of the catalogue whose slots it will name
   */
  CompiledRow of(int slot, NeighbourRow row, long layout) {
    SoftReference<CompiledRow> reference = slot < 0 ? null : rows[slot];
    CompiledRow known = reference == null ? null : reference.get();
    if (known != null && known.isOf(row, layout)) {
      return known;
    }
    CompiledRow compiled = new CompiledRow(row, layout);
    if (slot >= 0) {
      rows[slot] = new SoftReference<>(compiled);
    }
    return compiled;
  }

  @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
  private static @Nullable SoftReference<CompiledRow>[] empty() {
    return (SoftReference<CompiledRow>[]) new SoftReference<?>[0];
  }
}
