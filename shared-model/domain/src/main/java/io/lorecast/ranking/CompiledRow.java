package io.lorecast.ranking;

import io.lorecast.learning.NeighbourCounters;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.model.ItemId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour row with its items looked up: slots and amounts, in pairs of adjacent events. Worth
 * keeping while the same row is read again, for the look-ups are most of the cost of a ranking; so
 * of the two halves only the one that is asked for is looked up. Several threads may share it: at
 * worst one does again what another has done.
 */
final class CompiledRow {

  /** The counters of one signal. */
  @SuppressWarnings("ArrayRecordComponent") // lives within the catalogue
  record Half(int[] slots, float[] amounts) {}

  private final NeighbourRow source;
  private final long layout;
  private @Nullable Half liked;
  private @Nullable Half other;

  /**
   * Creates the row of {@code source}.
   *
   * @param layout of the catalogue whose slots it names
   */
  CompiledRow(NeighbourRow source, long layout) {
    this.source = source;
    this.layout = layout;
  }

  /** Returns whether it still stands for {@code row} where slots are laid out by {@code now}. */
  @SuppressWarnings("ReferenceEquality") // comparing the counters would cost what this saves
  boolean isOf(NeighbourRow row, long now) {
    return source == row && layout == now;
  }

  /** Returns the counters of {@code signal}, in the slots of {@code view}. */
  Half half(Signal signal, CatalogueView view) {
    Half known = signal == Signal.LIKED ? liked : other;
    if (known != null) {
      return known;
    }
    Half made = half(signal == Signal.LIKED ? source.liked() : source.other(), view);
    if (signal == Signal.LIKED) {
      liked = made;
    } else {
      other = made;
    }
    return made;
  }

  private static Half half(Map<ItemId, Long> counters, CatalogueView view) {
    Resolution resolution = new Resolution(view, counters.size());
    counters.forEach(resolution);
    return resolution.half();
  }

  /** Finds the slots of counters. */
  private static final class Resolution implements BiConsumer<ItemId, Long> {

    private final CatalogueView view;
    private final int[] slots;
    private final float[] amounts;
    private int count;

    Resolution(CatalogueView view, int counters) {
      this.view = view;
      this.slots = new int[counters];
      this.amounts = new float[counters];
    }

    @Override
    public void accept(ItemId item, Long amount) {
      int slot = view.slot(item);
      if (slot >= 0 && amount > 0) {
        slots[count] = slot;
        amounts[count++] = amount / (float) NeighbourCounters.ONE;
      }
    }

    Half half() {
      return new Half(Arrays.copyOf(slots, count), Arrays.copyOf(amounts, count));
    }
  }
}
