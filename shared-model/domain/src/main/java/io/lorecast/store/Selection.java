package io.lorecast.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is found of what was asked for. */
final class Selection {

  private Selection() {}

  /** Returns the entries of {@code all} for {@code keys}, in their order; absent ones left out. */
  static <K, V> Map<K, V> of(Map<K, V> all, Collection<K> keys) {
    Map<K, V> found = new LinkedHashMap<>();
    for (K key : keys) {
      V value = all.get(key);
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }
}
