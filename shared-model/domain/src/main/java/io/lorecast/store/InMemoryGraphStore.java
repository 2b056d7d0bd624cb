package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A {@link GraphStore} that forgets everything with its process. */
public final class InMemoryGraphStore implements GraphStore {

  private final Map<EdgeKey, Edge> edges = new TreeMap<>();
  private final Set<String> applied = new HashSet<>();

  @Override
  public synchronized Uni<Boolean> change(String changeId, List<Edge> added, List<Edge> removed) {
    if (!applied.add(changeId)) {
      return Uni.createFrom().item(false);
    }
    new GraphChange(added, removed).outcome(edges).forEach(this::set);
    return Uni.createFrom().item(true);
  }

  private void set(EdgeKey key, Optional<Edge> edge) {
    edge.ifPresentOrElse(standing -> edges.put(key, standing), () -> edges.remove(key));
  }

  @Override
  public synchronized Uni<Map<EntityId, List<Edge>>> around(
      Collection<EntityId> entities, int limit) {
    Map<EntityId, List<Edge>> found = new LinkedHashMap<>();
    for (EntityId entity : entities) {
      List<Edge> near = touching(entity).sorted(order(entity)).limit(limit).toList();
      if (!near.isEmpty()) {
        found.put(entity, near);
      }
    }
    return Uni.createFrom().item(found);
  }

  @Override
  public synchronized Uni<List<Edge>> page(EntityId entity, Optional<EdgeKey> after, int limit) {
    Comparator<EdgeKey> order = EdgeKey.around(entity);
    return Uni.createFrom()
        .item(
            touching(entity)
                .filter(e -> after.isEmpty() || order.compare(EdgeKey.of(e), after.get()) > 0)
                .sorted(order(entity))
                .limit(limit)
                .toList());
  }

  @Override
  public synchronized Uni<Map<EntityId, Long>> degrees(Collection<EntityId> entities) {
    Map<EntityId, Long> degrees = new LinkedHashMap<>();
    entities.forEach(entity -> degrees.put(entity, touching(entity).count()));
    return Uni.createFrom().item(degrees);
  }

  @Override
  public synchronized Multi<Edge> all() {
    return Multi.createFrom().iterable(List.copyOf(edges.values()));
  }

  private static Comparator<Edge> order(EntityId entity) {
    return Comparator.comparing(EdgeKey::of, EdgeKey.around(entity));
  }

  private Stream<Edge> touching(EntityId entity) {
    return edges.values().stream()
        .filter(edge -> edge.head().equals(entity) || edge.tail().equals(entity));
  }
}
