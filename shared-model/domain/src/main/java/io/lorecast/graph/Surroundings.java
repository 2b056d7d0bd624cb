package io.lorecast.graph;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Map;

/**
 * What is known of the nodes around some items. What is absent has not been encoded.
 *
 * @param degrees how many edges each node around has
 * @param entities {@link EntityVectors} of the entities around that are no items, shape [d] each
 * @param contents content vectors of the items themselves and of items around, shape [d] each
 */
public record Surroundings(
    Map<EntityId, Long> degrees,
    Map<EntityId, Embedding> entities,
    Map<ItemId, Embedding> contents) {

  public Surroundings {
    degrees = Map.copyOf(degrees);
    entities = Map.copyOf(entities);
    contents = Map.copyOf(contents);
  }
}
