package io.lorecast.store;

import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link VectorStore} that forgets everything with its process. */
public final class InMemoryVectorStore<K> implements VectorStore<K> {

  private final Map<K, Embedding> vectors = new HashMap<>();

  @Override
  public synchronized Uni<Optional<Embedding>> find(K key) {
    return Uni.createFrom().item(Optional.ofNullable(vectors.get(key)));
  }

  @Override
  public synchronized Uni<Map<K, Embedding>> findAll(Collection<K> keys) {
    return Uni.createFrom().item(Selection.of(vectors, keys));
  }

  @Override
  public synchronized Uni<Void> saveAll(Map<K, Embedding> added) {
    vectors.putAll(added);
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<Void> removeAll(Collection<K> keys) {
    keys.forEach(vectors::remove);
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Multi<Map.Entry<K, Embedding>> all() {
    return Multi.createFrom().iterable(List.copyOf(vectors.entrySet()));
  }
}
