package io.lorecast.store.layered;

import io.lorecast.store.HotCopy;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The vectors of one space. */
record VectorCopy<K>(String space, VectorStore<K> record, VectorStore<K> hot) implements HotCopy {

  private static final int PAGE = 500;

  @Override
  public String name() {
    return "vectors of " + space;
  }

  @Override
  public Uni<Long> restore() {
    return record
        .all()
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(this::copy)
        .collect()
        .with(Collectors.summingLong(Integer::longValue));
  }

  private Uni<Integer> copy(List<Map.Entry<K, Embedding>> page) {
    Map<K, Embedding> vectors =
        page.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return hot.saveAll(vectors).replaceWith(page.size());
  }
}
