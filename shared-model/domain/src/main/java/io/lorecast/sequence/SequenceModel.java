package io.lorecast.sequence;

import io.lorecast.model.ItemId;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows that have been learned, all or those that changed. The arrays are shared and never written
 * again.
 *
 * @param rows by item, see {@link SequenceRow}
 * @param start the row of the beginning, of which only the vector of a like counts
 */
@SuppressWarnings("ArrayRecordComponent") // rows go from hand to hand and are never compared
public record SequenceModel(Map<ItemId, float[]> rows, float[] start) {

  /** What is known before anything has been learned. */
  public static final SequenceModel EMPTY =
      new SequenceModel(Map.of(), new float[SequenceRow.SIZE]);

  public SequenceModel {
    rows = Map.copyOf(rows);
    rows.values().forEach(SequenceRow::require);
    SequenceRow.require(start);
  }

  /** Returns whether nothing has been learned yet. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns this model with the rows of {@code later} in the place of older ones. */
  public SequenceModel with(SequenceModel later) {
    Map<ItemId, float[]> all = new HashMap<>(rows);
    all.putAll(later.rows());
    return new SequenceModel(all, later.start());
  }
}
