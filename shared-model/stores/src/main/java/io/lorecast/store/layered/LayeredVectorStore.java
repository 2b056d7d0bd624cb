package io.lorecast.store.layered;

import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The vectors of one space, recorded and hot. */
public final class LayeredVectorStore<K> implements VectorStore<K> {

  private final HotState state;
  private final VectorStore<K> hot;
  private final VectorStore<K> record;

  /** Creates the store over both. */
  public LayeredVectorStore(HotState state, VectorStore<K> hot, VectorStore<K> record) {
    this.state = state;
    this.hot = hot;
    this.record = record;
  }

  @Override
  public Uni<Optional<Embedding>> find(K key) {
    return findAll(List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
  }

  @Override
  public Uni<Map<K, Embedding>> findAll(Collection<K> keys) {
    return state.read(
        hot.findAll(keys),
        found -> found.size() == Set.copyOf(keys).size(),
        () -> record.findAll(keys));
  }

  @Override
  public Uni<Void> saveAll(Map<K, Embedding> vectors) {
    return record.saveAll(vectors).chain(() -> hot.saveAll(vectors));
  }

  @Override
  public Uni<Void> removeAll(Collection<K> keys) {
    return record.removeAll(keys).chain(() -> hot.removeAll(keys));
  }

  /** Emits what the record holds: who walks over everything wants everything. */
  @Override
  public Multi<Map.Entry<K, Embedding>> all() {
    return record.all();
  }
}
