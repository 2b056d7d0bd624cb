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

/** The edges of the graph. */
record GraphCopy(GraphStore record, RedisGraph hot) implements HotCopy {

  @Override
  public String name() {
    return "edges";
  }

  @Override
  public Uni<Long> restore() {
    return Pages.copy(record.all(), this::copy);
  }

  private Uni<Void> copy(List<Edge> page) {
    Map<EdgeKey, Optional<Edge>> edges = new HashMap<>();
    page.forEach(edge -> edges.put(EdgeKey.of(edge), Optional.of(edge)));
    return hot.set(edges);
  }
}
