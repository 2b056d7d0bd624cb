package io.lorecast.store.dynamodb;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphChange;
import io.lorecast.store.GraphStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A {@link GraphStore} of one row for each edge, found by its head, and by its tail through an
 * index. A change is noted as applied once all its rows are written: after a crash it is applied
 * again, which leaves the same rows.
 */
public final class DynamoGraphStore implements GraphStore {

  private static final int QUERIES_AT_ONCE = 16;
  private static final int LARGEST_PAGE = 1_000;

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final EdgeRows rows;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoGraphStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.rows = new EdgeRows(dynamo.keys());
  }

  /**
   * What a change came to.
   *
   * @param applied false if it was applied before
   * @param edges what stands under each key that it names
   */
  public record Outcome(boolean applied, Map<EdgeKey, Optional<Edge>> edges) {}

  @Override
  public Uni<Boolean> change(String changeId, List<Edge> added, List<Edge> removed) {
    return change(changeId, new GraphChange(added, removed)).map(Outcome::applied);
  }

  /** Applies {@code change} once; emits what stands in the record afterwards, in either case. */
  public Uni<Outcome> change(String changeId, GraphChange change) {
    Map<String, AttributeValue> note =
        Map.of(DynamoKeys.PARTITION, dynamo.keys().partition(changeId));
    return Uni.combine()
        .all()
        .unis(dynamo.get("reading a change", tables.changes(), note), known(change))
        .asTuple()
        .chain(
            read ->
                read.getItem1().isPresent()
                    ? Uni.createFrom().item(new Outcome(false, present(change, read.getItem2())))
                    : write(change.outcome(read.getItem2()))
                        .call(() -> note(note))
                        .map(edges -> new Outcome(true, edges)));
  }

  private Uni<Map<EdgeKey, Edge>> known(GraphChange change) {
    return dynamo
        .getAll("reading edges", tables.edges(), change.touched().stream().map(rows::key).toList())
        .map(
            found -> {
              Map<EdgeKey, Edge> known = new HashMap<>();
              found.stream().map(EdgeRows::edge).forEach(edge -> known.put(EdgeKey.of(edge), edge));
              return known;
            });
  }

  private static Map<EdgeKey, Optional<Edge>> present(
      GraphChange change, Map<EdgeKey, Edge> known) {
    Map<EdgeKey, Optional<Edge>> present = new HashMap<>();
    change.touched().forEach(key -> present.put(key, Optional.ofNullable(known.get(key))));
    return present;
  }

  private Uni<Map<EdgeKey, Optional<Edge>>> write(Map<EdgeKey, Optional<Edge>> outcome) {
    List<RowWrite> writes = new ArrayList<>();
    outcome.forEach(
        (key, edge) ->
            writes.add(
                edge.map(standing -> RowWrite.put(rows.key(key), rows.row(standing)))
                    .orElseGet(() -> RowWrite.delete(rows.key(key)))));
    return dynamo.write("changing edges", tables.edges(), writes).replaceWith(outcome);
  }

  private Uni<Void> note(Map<String, AttributeValue> note) {
    return dynamo.write("noting a change", tables.changes(), List.of(RowWrite.put(note, note)));
  }

  @Override
  public Uni<Map<EntityId, List<Edge>>> around(Collection<EntityId> entities, int limit) {
    return Multi.createFrom()
        .iterable(entities.stream().distinct().toList())
        .onItem()
        .transformToUni(entity -> around(entity, limit).map(edges -> Map.entry(entity, edges)))
        .merge(QUERIES_AT_ONCE)
        .filter(found -> !found.getValue().isEmpty())
        .collect()
        .in(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
  }

  private Uni<List<Edge>> around(EntityId entity, int limit) {
    return page(entity, Optional.empty(), limit);
  }

  @Override
  public Uni<List<Edge>> page(EntityId entity, Optional<EdgeKey> after, int limit) {
    boolean inboundDone = after.filter(key -> key.head().equals(entity)).isPresent();
    if (inboundDone) {
      return outbound(entity, after, limit);
    }
    return inbound(entity, after, limit)
        .chain(
            in ->
                in.size() == limit
                    ? Uni.createFrom().item(in)
                    : outbound(entity, Optional.empty(), limit - in.size())
                        .map(out -> Stream.concat(in.stream(), out.stream()).toList()));
  }

  private Uni<List<Edge>> outbound(EntityId entity, Optional<EdgeKey> after, int limit) {
    QueryRequest.Builder query =
        query(DynamoKeys.PARTITION, entity, limit)
            .consistentRead(true)
            .exclusiveStartKey(after.map(rows::key).orElse(null));
    return edges(query, limit);
  }

  private Uni<List<Edge>> inbound(EntityId entity, Optional<EdgeKey> after, int limit) {
    QueryRequest.Builder query =
        query(DynamoTables.TAIL, entity, limit)
            .indexName(DynamoTables.BY_TAIL)
            .exclusiveStartKey(after.map(rows::indexKey).orElse(null));
    return edges(query, limit);
  }

  private Uni<List<Edge>> edges(QueryRequest.Builder request, int limit) {
    return dynamo
        .query("reading edges around an entity", request.build())
        .select()
        .first(limit)
        .map(EdgeRows::edge)
        .collect()
        .asList();
  }

  private QueryRequest.Builder query(String end, EntityId entity, int limit) {
    return QueryRequest.builder()
        .tableName(tables.edges())
        .limit(Math.min(limit, LARGEST_PAGE))
        .keyConditionExpression("#end = :entity")
        .expressionAttributeNames(Map.of("#end", end))
        .expressionAttributeValues(Map.of(":entity", dynamo.keys().partition(entity.value())));
  }

  @Override
  public Uni<Map<EntityId, Long>> degrees(Collection<EntityId> entities) {
    return around(entities, Integer.MAX_VALUE)
        .map(
            around -> {
              Map<EntityId, Long> degrees = new LinkedHashMap<>();
              entities.forEach(
                  e -> degrees.put(e, (long) around.getOrDefault(e, List.of()).size()));
              return degrees;
            });
  }

  @Override
  public Multi<Edge> all() {
    return dynamo.scan("reading all edges", tables.edges()).map(EdgeRows::edge);
  }
}
