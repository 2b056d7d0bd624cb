package io.lorecast.store.layered;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphChange;
import io.lorecast.store.GraphStore;
import io.lorecast.store.dynamodb.DynamoGraphStore;
import io.lorecast.store.redis.RedisGraph;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph, recorded and hot. A change that is delivered again sets the hot edges to what stands
 * in the record, and so heals a crash between the two.
 */
public final class LayeredGraphStore implements GraphStore {

  private final HotState state;
  private final RedisGraph hot;
  private final DynamoGraphStore record;

  /** Creates the store over both. */
  public LayeredGraphStore(HotState state, RedisGraph hot, DynamoGraphStore record) {
    this.state = state;
    this.hot = hot;
    this.record = record;
  }

  @Override
  public Uni<Boolean> change(String changeId, List<Edge> added, List<Edge> removed) {
    return record.change(changeId, new GraphChange(added, removed), hot::set);
  }

  @Override
  public Uni<Map<EntityId, List<Edge>>> around(Collection<EntityId> entities, int limit) {
    return state.read(
        hot.around(entities, limit),
        found -> found.size() == Set.copyOf(entities).size(),
        () -> record.around(entities, limit));
  }

  @Override
  public Uni<List<Edge>> page(EntityId entity, Optional<EdgeKey> after, int limit) {
    return state.read(
        hot.page(entity, after, limit),
        found -> found.size() == limit,
        () -> record.page(entity, after, limit));
  }

  @Override
  public Uni<Map<EntityId, Long>> degrees(Collection<EntityId> entities) {
    return state.read(
        hot.degrees(entities), found -> !found.containsValue(0L), () -> record.degrees(entities));
  }

  /** Emits what the record holds: who walks over everything wants everything. */
  @Override
  public Multi<Edge> all() {
    return record.all();
  }
}
