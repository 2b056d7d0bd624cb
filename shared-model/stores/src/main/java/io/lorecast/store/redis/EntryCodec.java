package io.lorecast.store.redis;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.model.ItemId;

/**
 * History entries as text: feedback id, item, signal, weight and time, parted by tabs, which ids
 * cannot contain. The id comes first, so that Redis orders entries of one time by it.
 */
final class EntryCodec {

  private static final String TAB = "\t";

  private EntryCodec() {}

  static String encode(HistoryEntry entry) {
    return String.join(
        TAB,
        entry.feedbackId(),
        entry.item().value(),
        entry.signal() == Signal.LIKED ? "L" : "O",
        Integer.toHexString(Float.floatToIntBits(entry.weight())),
        Long.toString(entry.atMillis()));
  }

  /**
   * Returns the entry in {@code text}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static HistoryEntry decode(String text) {
    String[] parts = text.split(TAB, -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("a history entry has 5 parts, this has " + parts.length);
    }
    return new HistoryEntry(
        parts[0],
        new ItemId(parts[1]),
        parts[2].equals("L") ? Signal.LIKED : Signal.OTHER,
        Float.intBitsToFloat(Integer.parseUnsignedInt(parts[3], 16)),
        Long.parseLong(parts[4]));
  }
}
