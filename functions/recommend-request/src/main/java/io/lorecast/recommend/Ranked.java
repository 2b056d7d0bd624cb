package io.lorecast.recommend;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.ranking.Reason;
import io.lorecast.ranking.ScoredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A ranking and what it was made from. */
record Ranked(Reading reading, List<ScoredItem> items) {

  /** Returns the entities that the reasons name and that may have labels. */
  Set<EntityId> entities() {
    return items.stream()
        .flatMap(item -> item.reason().stream())
        .flatMap(Reason::entities)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns this, whose reasons call each of {@code known} by its label. */
  Ranked labelled(Map<EntityId, Entity> known) {
    Map<EntityId, String> labels = new HashMap<>();
    known.forEach((id, entity) -> labels.put(id, entity.label()));
    return new Ranked(reading, items.stream().map(item -> item.labelled(labels)).toList());
  }

  /** Returns this where {@code part} could not be had either. */
  Ranked without(String part) {
    return new Ranked(reading.without(part), items);
  }
}
