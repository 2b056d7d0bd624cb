package io.lorecast.ranking;

import io.lorecast.model.InvalidEventException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much is said about why an item stands where it does. */
public enum ExplanationLevel {
  /** The terms of the score alone; nothing is searched for. */
  NONE,
  /** A reason for each item. */
  SHORT,
  /** Also what would be without one item of the history, and what each of them contributes. */
  FULL;

  /**
   * Returns the level that requests call {@code name}.
   *
   * @throws InvalidEventException if there is none
   */
  public static ExplanationLevel of(String name) {
    return Arrays.stream(values())
        .filter(level -> level.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InvalidEventException("explain", "must be " + names() + ", was " + name));
  }

  /** Returns the name that stands in requests. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values())
        .map(ExplanationLevel::wireName)
        .collect(Collectors.joining(", "));
  }
}
