package io.lorecast.bench;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.ItemId;
import io.lorecast.store.VectorStore;
import io.lorecast.store.layered.Stores;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The items of a {@link SyntheticGraph} in the stores of a running product. */
record SyntheticCatalogue(SyntheticGraph graph, Stores stores) {

  private static final int PAGE = 500;
  private static final int AT_ONCE = 32;

  /** Puts the items and their contents where the encoding function would put them. */
  void prepare() {
    VectorStore<ItemId> contents = stores.vectors().content(ContentSpace.NONE.id());
    for (int first = 0; first < graph.items(); first += PAGE) {
      List<Integer> page =
          IntStream.range(first, Math.min(graph.items(), first + PAGE)).boxed().toList();
      Map<ItemId, Embedding> vectors = new HashMap<>();
      page.stream()
          .filter(graph::hasContent)
          .forEach(item -> vectors.put(SyntheticGraph.id(item), graph.content(item)));
      contents.saveAll(vectors).await().indefinitely();
      Multi.createFrom()
          .iterable(page)
          .onItem()
          .transformToUni(item -> stores.items().save(graph.item(item)))
          .merge(AT_ONCE)
          .collect()
          .last()
          .await()
          .indefinitely();
    }
    stores
        .changes()
        .announce(IntStream.range(0, graph.items()).mapToObj(SyntheticGraph::id).toList())
        .await()
        .indefinitely();
  }
}
