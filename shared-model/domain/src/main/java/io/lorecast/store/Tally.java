package io.lorecast.store;

import java.util.HashMap;
import java.util.Map;

/** Integer counters by key. One that comes back to 0 is gone, as if it had never been. */
final class Tally<K> {

  private final Map<K, Long> amounts = new HashMap<>();

  void add(K key, long amount) {
    amounts.merge(key, amount, Long::sum);
    amounts.remove(key, 0L);
  }

  Map<K, Long> amounts() {
    return Map.copyOf(amounts);
  }
}
