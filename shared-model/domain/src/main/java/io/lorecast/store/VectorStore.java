package io.lorecast.store;

import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors of one space by key.
 *
 * <p>Everything fails with {@link StoreException} when the store cannot be reached or holds bytes
 * that are no embedding. An absent key is never a failure.
 */
public interface VectorStore<K> {

  /** Emits the vector of {@code key}, or empty if it has none. */
  Uni<Optional<Embedding>> find(K key);

  /** Emits the vectors found, in the order of {@code keys}; absent keys are left out. */
  Uni<Map<K, Embedding>> findAll(Collection<K> keys);

  /** Stores each vector under its key, replacing any other. */
  Uni<Void> saveAll(Map<K, Embedding> vectors);

  /** Removes the vectors of {@code keys}; absent keys do not matter. */
  Uni<Void> removeAll(Collection<K> keys);

  /** Emits every key with its vector, in no order. */
  Multi<Map.Entry<K, Embedding>> all();

  /** Stores the vectors {@code present} and removes those of {@code absent}, at once if it can. */
  default Uni<Void> replaceAll(Map<K, Embedding> present, Collection<K> absent) {
    return saveAll(present).chain(() -> removeAll(absent));
  }

  /** Stores {@code vector} under {@code key}, replacing any other. */
  default Uni<Void> save(K key, Embedding vector) {
    return saveAll(Map.of(key, vector));
  }
}
