package io.lorecast.store;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/**
 * What is known of entities besides their edges. Most have nothing but an id, and are not here.
 *
 * <p>Everything fails with {@link StoreException} when the store cannot be reached.
 */
public interface EntityStore {

  /** Emits the entities found; absent ones are left out. */
  Uni<Map<EntityId, Entity>> findAll(Collection<EntityId> ids);

  /** Stores each entity, replacing what was known of it. */
  Uni<Void> saveAll(Collection<Entity> entities);

  /** Emits every entity, in no order. */
  Multi<Entity> all();
}
