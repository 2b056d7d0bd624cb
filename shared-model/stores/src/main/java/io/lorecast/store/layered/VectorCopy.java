package io.lorecast.store.layered;

import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The vectors of one space, in both stores. */
record VectorCopy<K>(VectorStore<K> record, VectorStore<K> hot) {

  /** Copies everything from the record to the hot state; emits how many there were. */
  Uni<Long> restore() {
    return Pages.copy(record.all(), this::copy);
  }

  private Uni<Void> copy(List<Map.Entry<K, Embedding>> page) {
    Map<K, Embedding> vectors =
        page.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return hot.saveAll(vectors);
  }
}
