package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.TimedEdge;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link TimedEdgeStore} that forgets everything with its process. */
public final class InMemoryTimedEdgeStore implements TimedEdgeStore {

  private record Key(EdgeKey edge, Edge.Source source) {
    static Key of(Edge edge) {
      return new Key(EdgeKey.of(edge), edge.source());
    }
  }

  private record Scheduled(TimedEdge edge, Instant at) {}

  private final Map<Key, Scheduled> edges = new HashMap<>();

  @Override
  public synchronized Uni<Void> schedule(Collection<TimedEdge> timed, Instant now) {
    timed.forEach(
        edge -> {
          edges.remove(Key.of(edge.edge()));
          edge.nextAfter(now)
              .ifPresent(at -> edges.put(Key.of(edge.edge()), new Scheduled(edge, at)));
        });
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<Void> cancel(Collection<Edge> some) {
    some.forEach(edge -> edges.remove(Key.of(edge)));
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<List<TimedEdge>> due(Instant now, int limit) {
    return Uni.createFrom()
        .item(
            edges.values().stream()
                .filter(scheduled -> !scheduled.at().isAfter(now))
                .limit(limit)
                .map(Scheduled::edge)
                .toList());
  }

  @Override
  public Uni<Void> settle(Collection<TimedEdge> timed, Instant now) {
    return schedule(timed, now);
  }
}
