package io.lorecast.store.layered;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.store.EntityStore;
import io.lorecast.store.redis.RedisEntities;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What is known of entities, recorded and hot. */
record LayeredEntityStore(HotState state, RedisEntities hot, EntityStore record)
    implements EntityStore {

  @Override
  public Uni<Map<EntityId, Entity>> findAll(Collection<EntityId> ids) {
    return state.read(
        hot.findAll(ids),
        found -> found.size() == Set.copyOf(ids).size(),
        () -> record.findAll(ids));
  }

  @Override
  public Uni<Void> saveAll(Collection<Entity> entities) {
    return record.saveAll(entities).chain(() -> hot.set(entities));
  }

  @Override
  public Multi<Entity> all() {
    return record.all();
  }
}
