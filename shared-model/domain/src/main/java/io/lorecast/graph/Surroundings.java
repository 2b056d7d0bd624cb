package io.lorecast.graph;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Collections;
import java.util.Map;

/**
 * What is known of the nodes around some items. What is absent has not been encoded. Views, not
 * copies, for around a hub they are large.
 *
 * @param degrees how many edges each item around has
 * @param entities {@link EntityVectors} of the entities around that are no items, shape [d] each
 * @param contents content vectors of the items around, shape [d] each
 */
public record Surroundings(
    Map<EntityId, Long> degrees,
    Map<EntityId, Embedding> entities,
    Map<ItemId, Embedding> contents) {

  public Surroundings {
    degrees = Collections.unmodifiableMap(degrees);
    entities = Collections.unmodifiableMap(entities);
    contents = Collections.unmodifiableMap(contents);
  }
}
