package io.lorecast.encoding;

import io.lorecast.model.ItemId;

/** One view of one item. */
public record ItemView(ItemId item, View view) {

  private static final char BETWEEN = '\t';

  /** Returns it as a key; {@link #parse} reads it. */
  public String key() {
    return item.value() + BETWEEN + view.wireName();
  }

  /**
   * Returns what {@link #key} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  public static ItemView parse(String key) {
    int between = key.lastIndexOf(BETWEEN);
    if (between < 0) {
      throw new IllegalArgumentException("no view in '" + key + "'");
    }
    return new ItemView(new ItemId(key.substring(0, between)), View.of(key.substring(between + 1)));
  }
}
