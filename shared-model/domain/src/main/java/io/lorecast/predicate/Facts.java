package io.lorecast.predicate;

import java.util.List;

/** What a predicate can ask of an item. */
@FunctionalInterface
public interface Facts {

  /** Returns the values of the fact {@code name}; empty if the item has no such fact. */
  List<String> values(String name);
}
