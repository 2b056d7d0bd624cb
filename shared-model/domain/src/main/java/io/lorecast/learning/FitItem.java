package io.lorecast.learning;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * An item as a fit sees it.
 *
 * @param content what it says, in the space of the fit; empty if it has not been encoded
 * @param entities what it is joined to in the knowledge graph
 */
public record FitItem(ItemId id, Optional<Embedding> content, Set<EntityId> entities) {

  /** The order of the items of a fit. */
  static final Comparator<ItemId> BY_NAME = Comparator.comparing(ItemId::value);

  public FitItem {
    entities = Set.copyOf(entities);
  }
}
