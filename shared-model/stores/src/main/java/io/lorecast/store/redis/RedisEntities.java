package io.lorecast.store.redis;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of entities, as it is read most: one hash of the few that have more than an id.
 * Label, type, what it was merged into and aliases are parted by tabs, which none can contain.
 */
public final class RedisEntities {

  private static final int ENTITIES_A_COMMAND = 500;
  private static final String TAB = "\t";
  private static final int BEFORE_ALIASES = 3;

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the entities of one tenant. */
  public RedisEntities(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** Makes each entity known as given. */
  public Uni<Void> set(Collection<Entity> entities) {
    List<Request> requests =
        Parts.of(List.copyOf(entities), ENTITIES_A_COMMAND).stream()
            .map(
                part -> {
                  Request request = Request.cmd(Command.HSET).arg(keys.entities());
                  part.forEach(e -> request.arg(e.id().value()).arg(encode(e)));
                  return request;
                })
            .toList();
    return redis.sendAll("saving entities", requests).replaceWithVoid();
  }

  /** Emits the entities found; absent ones are left out. */
  public Uni<Map<EntityId, Entity>> findAll(Collection<EntityId> ids) {
    List<List<EntityId>> parts = Parts.of(ids.stream().distinct().toList(), ENTITIES_A_COMMAND);
    List<Request> requests =
        parts.stream()
            .map(
                part -> {
                  Request request = Request.cmd(Command.HMGET).arg(keys.entities());
                  part.forEach(id -> request.arg(id.value()));
                  return request;
                })
            .toList();
    return redis
        .sendAll("reading entities", requests)
        .map(
            answers -> {
              Map<EntityId, Entity> found = new LinkedHashMap<>();
              for (int i = 0; i < parts.size(); i++) {
                collect(parts.get(i), answers.get(i), found);
              }
              return found;
            });
  }

  private static void collect(List<EntityId> ids, Response answer, Map<EntityId, Entity> found) {
    for (int i = 0; i < ids.size(); i++) {
      @Nullable Response value = answer.get(i);
      if (value != null) {
        found.put(ids.get(i), decode(ids.get(i), value.toString()));
      }
    }
  }

  private static String encode(Entity entity) {
    String into = entity.mergedInto().map(EntityId::value).orElse("");
    String start = entity.label() + TAB + entity.type() + TAB + into;
    return entity.aliases().isEmpty() ? start : start + TAB + String.join(TAB, entity.aliases());
  }

  private static Entity decode(EntityId id, String text) {
    try {
      List<String> parts = List.of(text.split(TAB, -1));
      return new Entity(
          id,
          parts.get(0),
          parts.get(1),
          parts.subList(BEFORE_ALIASES, parts.size()),
          Optional.of(parts.get(2)).filter(into -> !into.isEmpty()).map(EntityId::new));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new StoreException("reading the entity " + id, e);
    }
  }
}
