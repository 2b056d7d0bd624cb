package io.lorecast.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many items of a list may share a value of an attribute, by attribute. An item that lacks the
 * attribute is not counted; one of several values is counted for each.
 */
public record Caps(Map<String, Integer> most) {

  /** Any number may share anything. */
  public static final Caps NONE = new Caps(Map.of());

  public Caps {
    most = Map.copyOf(most);
    most.forEach(
        (attribute, cap) -> {
          if (cap < 1) {
            throw new IllegalArgumentException(attribute + " must be at least 1, was " + cap);
          }
        });
  }

  boolean isNone() {
    return most.isEmpty();
  }

  /** Returns the tally of an empty list. */
  Tally tally() {
    return new Tally(this);
  }

  /** Counts the values of the items of one list. */
  static final class Tally {

    private record Value(String attribute, String value) {}

    private final Caps caps;
    private final Map<Value, Integer> counts = new HashMap<>();

    private Tally(Caps caps) {
      this.caps = caps;
    }

    /** Counts {@code item} if it may come still; returns whether it may. */
    boolean admits(CatalogueItem item) {
      for (Map.Entry<String, Integer> cap : caps.most().entrySet()) {
        for (String value : values(item, cap.getKey())) {
          if (counts.getOrDefault(new Value(cap.getKey(), value), 0) >= cap.getValue()) {
            return false;
          }
        }
      }
      for (String attribute : caps.most().keySet()) {
        for (String value : values(item, attribute)) {
          counts.merge(new Value(attribute, value), 1, Integer::sum);
        }
      }
      return true;
    }

    private static List<String> values(CatalogueItem item, String attribute) {
      return item.values(attribute).stream().distinct().toList();
    }
  }
}
