package io.lorecast.store.layered;

import io.lorecast.model.Edge;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphStore;
import io.lorecast.store.HotCopy;
import io.lorecast.store.redis.RedisGraph;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The edges of the graph. */
record GraphCopy(GraphStore record, RedisGraph hot) implements HotCopy {

  private static final int PAGE = 500;

  @Override
  public String name() {
    return "edges";
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

  private Uni<Integer> copy(List<Edge> page) {
    Map<EdgeKey, Optional<Edge>> edges = new HashMap<>();
    page.forEach(edge -> edges.put(EdgeKey.of(edge), Optional.of(edge)));
    return hot.set(edges).replaceWith(page.size());
  }
}
