package io.lorecast.store.redis;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The edges as they are read most: for each entity the keys of the edges around it, in order, and
 * for each key the edge. Not a store of its own: it is told what stands in the record.
 */
public final class RedisGraph {

  private static final int EDGES_A_COMMAND = 500;

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the graph of one tenant. */
  public RedisGraph(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** Makes each key stand for the edge given, or for none. Harmless when repeated. */
  public Uni<Void> set(Map<EdgeKey, Optional<Edge>> outcome) {
    List<Request> requests = new ArrayList<>();
    outcome.forEach(
        (key, edge) ->
            edge.ifPresentOrElse(
                standing -> addTo(requests, key, standing), () -> removeFrom(requests, key)));
    return redis.sendAll("changing edges", requests).replaceWithVoid();
  }

  /** The edge first: a key that is found around an entity then always stands for one. */
  private void addTo(List<Request> requests, EdgeKey key, Edge edge) {
    requests.add(
        Request.cmd(Command.HSET).arg(keys.edges()).arg(key.text()).arg(EdgeCodec.encode(edge)));
    for (EntityId end : List.of(key.head(), key.tail())) {
      requests.add(Request.cmd(Command.ZADD).arg(keys.around(end)).arg(0).arg(key.text()));
    }
  }

  private void removeFrom(List<Request> requests, EdgeKey key) {
    for (EntityId end : List.of(key.head(), key.tail())) {
      requests.add(Request.cmd(Command.ZREM).arg(keys.around(end)).arg(key.text()));
    }
    requests.add(Request.cmd(Command.HDEL).arg(keys.edges()).arg(key.text()));
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
        .chain(
            answers -> {
              Map<EntityId, List<String>> found = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                found.put(asked.get(i), answers.get(i).stream().map(Response::toString).toList());
              }
              return edges(found);
            });
  }

  private Uni<Map<EntityId, List<Edge>>> edges(Map<EntityId, List<String>> around) {
    Set<String> distinct = new LinkedHashSet<>();
    around.values().forEach(distinct::addAll);
    List<List<String>> parts = Parts.of(List.copyOf(distinct), EDGES_A_COMMAND);
    return redis
        .sendAll("reading edges", parts.stream().map(this::get).toList())
        .map(
            answers -> {
              Map<String, Edge> edges = new HashMap<>();
              for (int i = 0; i < parts.size(); i++) {
                collect(parts.get(i), answers.get(i), edges);
              }
              return resolve(around, edges);
            });
  }

  private Request get(List<String> part) {
    Request request = Request.cmd(Command.HMGET).arg(keys.edges());
    part.forEach(request::arg);
    return request;
  }

  private static void collect(List<String> part, Response answer, Map<String, Edge> edges) {
    for (int i = 0; i < part.size(); i++) {
      if (answer.get(i) != null) { // null: removed since its key was read
        edges.put(part.get(i), EdgeCodec.decode(part.get(i), answer.get(i).toString()));
      }
    }
  }

  private static Map<EntityId, List<Edge>> resolve(
      Map<EntityId, List<String>> around, Map<String, Edge> edges) {
    Map<EntityId, List<Edge>> resolved = new LinkedHashMap<>();
    around.forEach(
        (entity, texts) -> {
          List<Edge> found = texts.stream().map(edges::get).filter(Objects::nonNull).toList();
          if (!found.isEmpty()) {
            resolved.put(entity, found);
          }
        });
    return resolved;
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
