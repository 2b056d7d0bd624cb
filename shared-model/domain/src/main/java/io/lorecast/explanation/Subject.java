package io.lorecast.explanation;

/** Whose likes a reason speaks of. */
public enum Subject {
  /** What the user did. */
  USER,
  /** What an item is like. */
  ITEM
}
