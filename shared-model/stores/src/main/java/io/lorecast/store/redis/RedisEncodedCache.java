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
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Embeddings of texts by content hash, each a key of its own that expires. */
public final class RedisEncodedCache implements VectorStore<String> {

  private final RedisCommands redis;
  private final RedisKeys keys;
  private final Duration kept;

  /** Creates a cache that keeps each embedding for {@code kept} after its last save. */
  public RedisEncodedCache(RedisCommands redis, RedisKeys keys, Duration kept) {
    this.redis = redis;
    this.keys = keys;
    this.kept = kept;
  }

  @Override
  public Uni<Optional<Embedding>> find(String hash) {
    return findAll(List.of(hash)).map(found -> Optional.ofNullable(found.get(hash)));
  }

  @Override
  public Uni<Map<String, Embedding>> findAll(Collection<String> hashes) {
    List<String> asked = hashes.stream().distinct().toList();
    List<Request> requests =
        asked.stream().map(hash -> Request.cmd(Command.GET).arg(keys.encoded(hash))).toList();
    return redis
        .sendAll("reading encoded texts", requests)
        .map(
            answers -> {
              Map<String, Embedding> found = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                @Nullable Response value = answers.get(i);
                if (value != null) {
                  found.put(asked.get(i), decode(asked.get(i), value.toBytes()));
                }
              }
              return found;
            });
  }

  private static Embedding decode(String hash, byte[] bytes) {
    try {
      return Embedding.of(FloatCodec.decode(bytes));
    } catch (IllegalArgumentException e) {
      throw new StoreException("reading the encoded text " + hash, e);
    }
  }

  @Override
  public Uni<Void> saveAll(Map<String, Embedding> vectors) {
    List<Request> requests =
        vectors.entrySet().stream().map(entry -> set(entry.getKey(), entry.getValue())).toList();
    return redis.sendAll("saving encoded texts", requests).replaceWithVoid();
  }

  private Request set(String hash, Embedding vector) {
    return Request.cmd(Command.SET)
        .arg(keys.encoded(hash))
        .arg(FloatCodec.encode(vector.toArray()))
        .arg("PX")
        .arg(kept.toMillis());
  }

  @Override
  public Uni<Void> removeAll(Collection<String> hashes) {
    List<Request> requests =
        hashes.stream().map(hash -> Request.cmd(Command.DEL).arg(keys.encoded(hash))).toList();
    return redis.sendAll("removing encoded texts", requests).replaceWithVoid();
  }

  /** Fails: a cache is asked for what one knows, and walking all keys would stall Redis. */
  @Override
  public Multi<Map.Entry<String, Embedding>> all() {
    return Multi.createFrom().failure(new UnsupportedOperationException("a cache has no list"));
  }
}
