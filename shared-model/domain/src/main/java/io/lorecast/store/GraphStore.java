package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edges of the knowledge graph. An edge belongs to its {@link Edge.Source}: only that one can
 * remove it, and what the owner of the graph asserted stands above what an item's attributes say.
 */
public interface GraphStore {

  /**
   * Applies one change: removes the edges of the same source, then adds. An added edge replaces the
   * one that is there, unless that is from the {@link Edge.Source#GRAPH} and the added one is not.
   * Does nothing and emits false if {@code changeId} was applied before.
   */
  Uni<Boolean> change(String changeId, List<Edge> added, List<Edge> removed);

  /**
   * Emits the edges with one of {@code entities} at either end, at most {@code limit} for each
   * entity, in the order of {@link EdgeKey#around}; entities without edges are left out.
   */
  Uni<Map<EntityId, List<Edge>>> around(Collection<EntityId> entities, int limit);

  /**
   * Emits the next at most {@code limit} edges around {@code entity}, in the order of {@link
   * EdgeKey#around}.
   *
   * @param after the last edge of the page before, which need not stand any more; empty for the
   *     first page
   */
  Uni<List<Edge>> page(EntityId entity, Optional<EdgeKey> after, int limit);

  /** Emits how many edges each of {@code entities} has at either end; 0 for unknown ones. */
  Uni<Map<EntityId, Long>> degrees(Collection<EntityId> entities);

  /** Emits every edge, in no order. */
  Multi<Edge> all();
}
