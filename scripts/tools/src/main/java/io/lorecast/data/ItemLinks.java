package io.lorecast.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entities of a graph file are items of the folder: those that a prefix makes items, and
 * those whose label is the name of exactly one item, whatever its case and spacing. Keeps count, so
 * that somebody who imports a graph sees what of it found the catalogue.
 */
final class ItemLinks {

  private final Set<String> ids = new HashSet<>();
  private final Map<String, Set<String>> idsByName = new HashMap<>();
  private final Set<String> byId = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> byLabel = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();

  /** Adds an item that entities may be. */
  void add(String itemId, String name) {
    ids.add(itemId);
    idsByName.computeIfAbsent(normalised(name), key -> new HashSet<>()).add(itemId);
  }

  /** Notes that {@code entity} is the item {@code itemId} by a prefix. */
  void byId(String entity, String itemId) {
    (ids.contains(itemId) ? byId : unknown).add(entity);
  }

  /** Returns the item that {@code label} names, if it names one only. */
  Optional<String> byLabel(String entity, String label) {
    Set<String> named = idsByName.getOrDefault(normalised(label), Set.of());
    if (named.size() == 1) {
      byLabel.add(entity);
      return named.stream().findFirst();
    }
    if (named.size() > 1) {
      ambiguous.add(entity);
    }
    return Optional.empty();
  }

  /** Returns what was linked so far, in a sentence. */
  String report() {
    return String.format(
        Locale.ROOT,
        "Entities that are items: %,d by id, %,d by label. Not linked: %,d with the id of an item"
            + " that the folder lacks, %,d whose label several items have.",
        byId.size(),
        byLabel.size(),
        unknown.size(),
        ambiguous.size());
  }

  private static String normalised(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
