package io.lorecast.kgupdated;

import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store whose next save, once held, goes through only when it is let go. */
final class HeldVectorStore<K> implements VectorStore<K> {

  private final VectorStore<K> vectors = new InMemoryVectorStore<>();
  private final AtomicBoolean held = new AtomicBoolean();
  private final CompletableFuture<Boolean> gate = new CompletableFuture<>();

  void holdNextSave() {
    held.set(true);
  }

  void letGo() {
    gate.complete(true);
  }

  @Override
  public Uni<Void> saveAll(Map<K, Embedding> added) {
    return held.compareAndSet(true, false)
        ? Uni.createFrom().completionStage(gate).chain(() -> vectors.saveAll(added))
        : vectors.saveAll(added);
  }

  @Override
  public Uni<Optional<Embedding>> find(K key) {
    return vectors.find(key);
  }

  @Override
  public Uni<Map<K, Embedding>> findAll(Collection<K> keys) {
    return vectors.findAll(keys);
  }

  @Override
  public Uni<Void> removeAll(Collection<K> keys) {
    return vectors.removeAll(keys);
  }

  @Override
  public Multi<Map.Entry<K, Embedding>> all() {
    return vectors.all();
  }
}
