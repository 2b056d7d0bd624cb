package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** How many items of a catalogue are joined to each entity. Not thread-safe. */
final class EntityDegrees {

  private final Map<EntityId, Integer> degrees = new HashMap<>();

  int of(EntityId entity) {
    return degrees.getOrDefault(entity, 0);
  }

  void add(CatalogueItem item) {
    change(item, 1);
  }

  void remove(CatalogueItem item) {
    change(item, -1);
  }

  private void change(CatalogueItem item, int by) {
    for (EntityId entity : new HashSet<>(item.entities())) {
      degrees.merge(entity, by, (known, more) -> known + more == 0 ? null : known + more);
    }
  }
}
