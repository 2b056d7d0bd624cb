package io.lorecast.store.redis;

import java.util.ArrayList;
import java.util.List;

/** Lists in parts small enough for one command. */
final class Parts {

  private Parts() {}

  /** Returns {@code whole} in its order, in parts of at most {@code size}; none if it is empty. */
  static <T> List<List<T>> of(List<T> whole, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int start = 0; start < whole.size(); start += size) {
      parts.add(whole.subList(start, Math.min(whole.size(), start + size)));
    }
    return parts;
  }
}
