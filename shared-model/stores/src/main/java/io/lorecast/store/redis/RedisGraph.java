package io.lorecast.store.redis;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.codec.EdgeCodec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edges as they are read most: around each entity, in order, the edges themselves, so that one
 * trip reads them. Not a store of its own: it is told what stands in the record.
 */
public final class RedisGraph {

  private static final RedisScript SET = RedisScript.of("set-edges.lua");

  /** So that no script holds Redis up for more than milliseconds. */
  private static final int EDGES_A_SCRIPT = 250;

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the graph of one tenant. */
  public RedisGraph(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** Makes each key stand for the edge given, or for none. Harmless when repeated. */
  public Uni<Void> set(Map<EdgeKey, Optional<Edge>> outcome) {
    List<List<Map.Entry<EdgeKey, Optional<Edge>>>> parts =
        Parts.of(List.copyOf(outcome.entrySet()), EDGES_A_SCRIPT);
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(part -> redis.run("changing edges", call(part)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private ScriptCall call(List<Map.Entry<EdgeKey, Optional<Edge>>> part) {
    ScriptCall call = new ScriptCall(SET);
    part.forEach(
        entry -> {
          EdgeKey key = entry.getKey();
          String rest = entry.getValue().map(EdgeCodec::rest).orElse("");
          for (EntityId end : List.of(key.head(), key.tail())) {
            call.keyArgument(keys.around(end));
            call.argument(EdgeCodec.start(key, end));
            call.argument(rest);
          }
        });
    return call;
  }

  /** Emits the edges around each entity, at most {@code limit}; entities without are left out. */
  public Uni<Map<EntityId, List<Edge>>> around(Collection<EntityId> entities, int limit) {
    List<EntityId> asked = entities.stream().distinct().toList();
    List<Request> requests =
        asked.stream()
            .map(e -> Request.cmd(Command.ZRANGE).arg(keys.around(e)).arg(0).arg(limit - 1L))
            .toList();
    return redis
        .sendAll("reading edges around entities", requests)
        .map(
            answers -> {
              Map<EntityId, List<Edge>> found = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                List<Edge> edges = edges(asked.get(i), answers.get(i));
                if (!edges.isEmpty()) {
                  found.put(asked.get(i), edges);
                }
              }
              return found;
            });
  }

  /** Emits the next at most {@code limit} edges around {@code entity}. */
  public Uni<List<Edge>> page(EntityId entity, Optional<EdgeKey> after, int limit) {
    Request request =
        Request.cmd(Command.ZRANGEBYLEX)
            .arg(keys.around(entity))
            .arg(after.map(key -> "(" + EdgeCodec.start(key, entity) + "\n").orElse("-"))
            .arg("+")
            .arg("LIMIT")
            .arg(0)
            .arg(limit);
    return redis
        .sendAll("reading a page of edges", List.of(request))
        .map(answers -> edges(entity, answers.getFirst()));
  }

  private static List<Edge> edges(EntityId entity, Response members) {
    List<Edge> edges = new ArrayList<>(members.size());
    members.forEach(member -> edges.add(EdgeCodec.decode(entity, member.toString())));
    return edges;
  }

  /** Emits how many edges each entity has at either end. */
  public Uni<Map<EntityId, Long>> degrees(Collection<EntityId> entities) {
    List<EntityId> asked = entities.stream().distinct().toList();
    List<Request> requests =
        asked.stream().map(e -> Request.cmd(Command.ZCARD).arg(keys.around(e))).toList();
    return redis
        .sendAll("reading degrees", requests)
        .map(
            answers -> {
              Map<EntityId, Long> degrees = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                degrees.put(asked.get(i), Responses.integer(answers.get(i)));
              }
              return degrees;
            });
  }
}
