package io.lorecast.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a user did with an item. */
public enum InteractionKind {
  /** The item was shown on a page of its own. */
  VIEW,
  /** The user opened the item from a list. */
  CLICK,
  /** The user said that they like it. */
  LIKE,
  /** The user said that they do not like it. */
  DISLIKE,
  /** The user rated it; the value is 1 (worst) to 5 (best). */
  RATING,
  /** The user bought or borrowed it. */
  PURCHASE,
  /** The user stayed with it; the value is seconds, above 0. */
  DWELL;

  /** Returns the name that stands in events, configuration and files. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether an interaction of this kind carries a value. */
  public boolean hasValue() {
    return this == RATING || this == DWELL;
  }

  /**
   * Returns the kind that stands in events as {@code wireName}.
   *
   * @throws InvalidEventException if there is none
   */
  public static InteractionKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new InvalidEventException("kind", expected(wireName)));
  }

  private static String expected(String came) {
    String known =
        Arrays.stream(values()).map(InteractionKind::wireName).collect(Collectors.joining(", "));
    return "must be one of " + known + ", was " + came;
  }
}
