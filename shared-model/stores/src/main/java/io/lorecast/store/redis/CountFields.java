package io.lorecast.store.redis;

import io.lorecast.learning.ItemCounts;
import java.util.HashMap;
import java.util.Map;

/** The fields of an item's counters. */
final class CountFields {

  static final String EVENTS = "events";
  static final String LIKES = "likes";
  private static final String POPULARITY = "popularity:";
  private static final String TREND = "trend:";
  private static final String CONTEXT = "context:";

  private CountFields() {}

  static String popularity(long epoch) {
    return POPULARITY + epoch;
  }

  static String trend(long epoch) {
    return TREND + epoch;
  }

  static String context(String value, long epoch) {
    return CONTEXT + value + ":" + epoch;
  }

  /** Returns the counters in {@code fields}; an absent one is 0. */
  static ItemCounts counts(Map<String, Long> fields) {
    return new ItemCounts(
        fields.getOrDefault(EVENTS, 0L),
        fields.getOrDefault(LIKES, 0L),
        byEpoch(fields, POPULARITY),
        byEpoch(fields, TREND),
        byContext(fields));
  }

  private static Map<String, Map<Long, Long>> byContext(Map<String, Long> fields) {
    Map<String, Map<Long, Long>> amounts = new HashMap<>();
    fields.forEach(
        (field, amount) -> {
          if (field.startsWith(CONTEXT)) {
            int end = field.lastIndexOf(':');
            amounts
                .computeIfAbsent(field.substring(CONTEXT.length(), end), value -> new HashMap<>())
                .put(Long.parseLong(field.substring(end + 1)), amount);
          }
        });
    return amounts;
  }

  private static Map<Long, Long> byEpoch(Map<String, Long> fields, String prefix) {
    Map<Long, Long> amounts = new HashMap<>();
    fields.forEach(
        (field, amount) -> {
          if (field.startsWith(prefix)) {
            amounts.put(Long.parseLong(field.substring(prefix.length())), amount);
          }
        });
    return amounts;
  }
}
