package io.lorecast.encoding;

import java.util.Locale;

/** One way to look at an item: a text of its own that is encoded by itself. */
public enum View {
  /** What users see. */
  NAME,
  /** What it is about. */
  DESCRIPTION,
  /** What others say of it. */
  REVIEWS;

  /** Returns the name that stands in events. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
