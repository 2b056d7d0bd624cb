package io.lorecast.store;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An {@link EntityStore} that forgets everything with its process. */
public final class InMemoryEntityStore implements EntityStore {

  private final Map<EntityId, Entity> entities = new ConcurrentHashMap<>();

  @Override
  public Uni<Map<EntityId, Entity>> findAll(Collection<EntityId> ids) {
    Map<EntityId, Entity> found = new LinkedHashMap<>();
    for (EntityId id : ids) {
      Entity entity = entities.get(id);
      if (entity != null) {
        found.put(id, entity);
      }
    }
    return Uni.createFrom().item(found);
  }

  @Override
  public Uni<Void> saveAll(Collection<Entity> some) {
    some.forEach(entity -> entities.put(entity.id(), entity));
    return Uni.createFrom().voidItem();
  }

  @Override
  public Multi<Entity> all() {
    return Multi.createFrom().iterable(List.copyOf(entities.values()));
  }
}
