package io.lorecast.learning;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An item as a fit sees it.
 *
 * @param content what it says, in the space of the fit; empty if it has not been encoded
 * @param entities what it is joined to in the knowledge graph
 */
public record FitItem(ItemId id, Optional<Embedding> content, Set<EntityId> entities) {

  public FitItem {
    entities = Set.copyOf(entities);
  }

  /** Returns {@code items} in the order of a fit. */
  static List<FitItem> ordered(Collection<FitItem> items) {
    return items.stream().sorted(Comparator.comparing(item -> item.id().value())).toList();
  }
}
