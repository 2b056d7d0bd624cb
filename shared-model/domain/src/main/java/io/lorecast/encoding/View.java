package io.lorecast.encoding;

import java.util.Locale;

/** One way to look at an item: something of its own that is encoded by itself. */
public enum View {
  /** What users see. */
  NAME,
  /** What it is about. */
  DESCRIPTION,
  /** What others say of it. */
  REVIEWS,
  /** What it looks like. */
  IMAGES;

  /** Returns the name that stands in events and keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the view of {@link #wireName}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static View of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
