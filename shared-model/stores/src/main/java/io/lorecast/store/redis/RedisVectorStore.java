package io.lorecast.store.redis;

import io.lorecast.store.FloatCodec;
import io.lorecast.store.StoreException;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The vectors of one space: a hash of little-endian floats by key. */
public final class RedisVectorStore<K> implements VectorStore<K> {

  private static final int VECTORS_A_COMMAND = 500;

  private final RedisCommands redis;
  private final String hash;
  private final String space;
  private final Function<K, String> text;
  private final Function<String, K> parse;

  /**
   * Creates the store of one space.
   *
   * @param text writes a key
   * @param parse reads a key that {@code text} wrote
   */
  public RedisVectorStore(
      RedisCommands redis,
      RedisKeys keys,
      String space,
      Function<K, String> text,
      Function<String, K> parse) {
    this.redis = redis;
    this.hash = keys.vectors(space);
    this.space = space;
    this.text = text;
    this.parse = parse;
  }

  @Override
  public Uni<Optional<Embedding>> find(K key) {
    return findAll(List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
  }

  @Override
  public Uni<Map<K, Embedding>> findAll(Collection<K> keys) {
    List<List<K>> parts = Parts.of(keys.stream().distinct().toList(), VECTORS_A_COMMAND);
    List<Request> requests = parts.stream().map(part -> command(Command.HMGET, part)).toList();
    return redis
        .sendAll("reading vectors of " + space, requests)
        .map(
            answers -> {
              Map<K, Embedding> found = new LinkedHashMap<>();
              for (int i = 0; i < answers.size(); i++) {
                collect(parts.get(i), answers.get(i), found);
              }
              return found;
            });
  }

  private void collect(List<K> keys, Response answer, Map<K, Embedding> found) {
    for (int i = 0; i < keys.size(); i++) {
      @Nullable Response value = answer.get(i);
      if (value != null) {
        found.put(keys.get(i), decode(keys.get(i), value.toBytes()));
      }
    }
  }

  private Embedding decode(K key, byte[] bytes) {
    try {
      return Embedding.of(FloatCodec.decode(bytes));
    } catch (IllegalArgumentException e) {
      throw new StoreException("reading the vector of " + key + " in " + space, e);
    }
  }

  @Override
  public Uni<Void> saveAll(Map<K, Embedding> vectors) {
    return redis.sendAll("saving vectors of " + space, saving(vectors)).replaceWithVoid();
  }

  @Override
  public Uni<Void> removeAll(Collection<K> keys) {
    return redis.sendAll("removing vectors of " + space, removing(keys)).replaceWithVoid();
  }

  @Override
  public Uni<Void> replaceAll(Map<K, Embedding> present, Collection<K> absent) {
    List<Request> requests = new ArrayList<>(saving(present));
    requests.addAll(removing(absent));
    return redis.sendAll("replacing vectors of " + space, requests).replaceWithVoid();
  }

  private List<Request> saving(Map<K, Embedding> vectors) {
    List<Request> requests = new ArrayList<>();
    for (List<Map.Entry<K, Embedding>> part :
        Parts.of(List.copyOf(vectors.entrySet()), VECTORS_A_COMMAND)) {
      Request request = Request.cmd(Command.HSET).arg(hash);
      part.forEach(
          entry ->
              request
                  .arg(text.apply(entry.getKey()))
                  .arg(FloatCodec.encode(entry.getValue().toArray())));
      requests.add(request);
    }
    return requests;
  }

  private List<Request> removing(Collection<K> keys) {
    return Parts.of(List.copyOf(keys), VECTORS_A_COMMAND).stream()
        .map(part -> command(Command.HDEL, part))
        .toList();
  }

  private Request command(Command command, List<K> keys) {
    Request request = Request.cmd(command).arg(hash);
    keys.forEach(key -> request.arg(text.apply(key)));
    return request;
  }

  @Override
  public Multi<Map.Entry<K, Embedding>> all() {
    return HashScan.of(redis, "reading all vectors of " + space, hash)
        .map(
            field -> {
              K key = parse.apply(field.getKey());
              return Map.entry(key, decode(key, field.getValue().toBytes()));
            });
  }
}
