package io.lorecast.store.dynamodb;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphChange;
import io.lorecast.store.GraphStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A {@link GraphStore} of one {@link EdgePage} for each node that edges are kept with, and a row in
 * another table for each edge around its other end. A change is decided where the edges are kept,
 * then copied, then noted as applied: after a crash it is applied again, which leaves the same.
 *
 * <p>Copies are compared afterwards with what stands then, and made again if that is not what they
 * say. So of changes of one edge that overlap, in this process or in several, whichever copies last
 * copies what was decided last.
 */
public final class DynamoGraphStore implements GraphStore {

  private static final int QUERIES_AT_ONCE = 16;
  private static final int LARGEST_PAGE = 1_000;

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final EdgeRows rows;
  private final EdgeHomes homes;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoGraphStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.rows = new EdgeRows(dynamo.keys());
    this.homes = new EdgeHomes(dynamo, tables.edges());
  }

  /** Is told what stands under some keys. Harmless when repeated. */
  @FunctionalInterface
  public interface Copy extends Function<Map<EdgeKey, Optional<Edge>>, Uni<Void>> {}

  @Override
  public Uni<Boolean> change(String changeId, List<Edge> added, List<Edge> removed) {
    return change(changeId, new GraphChange(added, removed), edges -> Uni.createFrom().voidItem());
  }

  /**
   * Applies {@code change} once and tells {@code copy} what stands afterwards, also if it was
   * applied before; emits whether it was not.
   */
  public Uni<Boolean> change(String changeId, GraphChange change, Copy copy) {
    Map<String, AttributeValue> note =
        Map.of(DynamoKeys.PARTITION, dynamo.keys().partition(changeId));
    return dynamo
        .get("reading a change", tables.changes(), note)
        .chain(
            noted ->
                noted.isPresent()
                    ? homes
                        .standing(change.touched())
                        .chain(standing -> copy(standing, copy))
                        .replaceWith(false)
                    : homes
                        .change(change)
                        .chain(standing -> copy(standing, copy))
                        .chain(() -> note(note))
                        .replaceWith(true));
  }

  private Uni<Void> copy(Standing.Edges standing, Copy copy) {
    return Uni.join()
        .all(mirror(standing.edges()), copy.apply(standing.edges()))
        .andFailFast()
        .chain(() -> homes.changed(standing))
        .chain(
            changed ->
                changed.map(now -> copy(now, copy)).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** Makes the rows around the ends that edges are not kept with. */
  private Uni<Void> mirror(Map<EdgeKey, Optional<Edge>> edges) {
    List<RowWrite> writes =
        edges.entrySet().stream().map(entry -> mirror(entry.getKey(), entry.getValue())).toList();
    return dynamo.write("changing edges", tables.edgesAway(), writes);
  }

  private RowWrite mirror(EdgeKey key, Optional<Edge> edge) {
    EntityId away = EdgeRows.away(key);
    return edge.map(standing -> RowWrite.put(rows.key(key, away), rows.row(standing, away)))
        .orElseGet(() -> RowWrite.delete(rows.key(key, away)));
  }

  private Uni<Void> note(Map<String, AttributeValue> note) {
    return dynamo.write("noting a change", tables.changes(), List.of(RowWrite.put(note, note)));
  }

  @Override
  public Uni<Map<EntityId, List<Edge>>> around(Collection<EntityId> entities, int limit) {
    Set<EntityId> distinct = Set.copyOf(entities);
    return homes
        .pages(distinct)
        .chain(
            pages ->
                Multi.createFrom()
                    .iterable(distinct)
                    .onItem()
                    .transformToUni(
                        entity ->
                            page(page(entity, pages), Optional.empty(), limit)
                                .map(edges -> Map.entry(entity, edges)))
                    .merge(QUERIES_AT_ONCE)
                    .filter(found -> !found.getValue().isEmpty())
                    .collect()
                    .in(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue())));
  }

  @Override
  public Uni<List<Edge>> page(EntityId entity, Optional<EdgeKey> after, int limit) {
    return homes.pages(Set.of(entity)).chain(pages -> page(page(entity, pages), after, limit));
  }

  private static EdgePage page(EntityId entity, Map<EntityId, EdgePage> pages) {
    return pages.getOrDefault(entity, EdgePage.empty(entity));
  }

  /** The next edges of the three places where those around a node are, as one. */
  private Uni<List<Edge>> page(EdgePage page, Optional<EdgeKey> after, int limit) {
    EntityId node = page.node();
    Uni<List<Edge>> beyond =
        page.overflows()
            ? query(tables.edges(), node, after, limit)
            : Uni.createFrom().item(List.of());
    return Uni.combine()
        .all()
        .unis(query(tables.edgesAway(), node, after, limit), beyond)
        .with(
            (away, more) ->
                Stream.of(rows.after(page, after), away, more)
                    .flatMap(List::stream)
                    .sorted(EdgeRows.order(node))
                    .limit(limit)
                    .toList());
  }

  private Uni<List<Edge>> query(String table, EntityId entity, Optional<EdgeKey> after, int limit) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .limit(Math.min(limit, LARGEST_PAGE))
            .consistentRead(true)
            .keyConditionExpression("#end = :entity and #edge < :page")
            .expressionAttributeNames(
                Map.of("#end", DynamoKeys.PARTITION, "#edge", DynamoKeys.SORT))
            .expressionAttributeValues(
                Map.of(":entity", rows.partition(entity), ":page", EdgeRows.PAGE))
            .exclusiveStartKey(after.map(key -> rows.key(key, entity)).orElse(null))
            .build();
    return dynamo
        .query("reading edges around an entity", request)
        .select()
        .first(limit)
        .onItem()
        .transformToIterable(rows::edges)
        .collect()
        .asList();
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
    return homes.all();
  }
}
