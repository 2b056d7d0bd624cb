package io.lorecast.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names, from 0 in the order in which they come. Mutable; belongs to one thread. */
final class Numbers<T> {

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> names = new ArrayList<>();

  int of(T name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known == null) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  T name(int number) {
    return names.get(number);
  }

  int size() {
    return names.size();
  }
}
