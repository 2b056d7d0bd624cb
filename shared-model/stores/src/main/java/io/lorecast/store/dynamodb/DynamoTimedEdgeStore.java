package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Edge;
import io.lorecast.model.TimedEdge;
import io.lorecast.store.TimedEdgeStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A {@link TimedEdgeStore} of one row for each edge with its times, and one for each moment that is
 * to come, in the order of time. An edge that is cancelled loses its row; a moment of an edge that
 * has no row, or another next moment, says nothing any more.
 */
public final class DynamoTimedEdgeStore implements TimedEdgeStore {

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final TimedEdgeRows rows;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoTimedEdgeStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.rows = new TimedEdgeRows(dynamo.keys());
  }

  /** A moment that has come: its row, and the edge it is of. */
  private record Moment(Map<String, AttributeValue> key, String of, String at) {}

  @Override
  public Uni<Void> schedule(Collection<TimedEdge> edges, Instant now) {
    List<RowWrite> writes = new ArrayList<>();
    for (TimedEdge edge : edges) {
      Optional<Instant> next = edge.nextAfter(now);
      Map<String, AttributeValue> key = rows.key(edge.edge());
      if (next.isEmpty()) {
        writes.add(RowWrite.delete(key));
      } else {
        writes.add(RowWrite.put(key, rows.row(edge, next.get())));
        Map<String, AttributeValue> moment = rows.moment(edge.edge(), next.get());
        Map<String, AttributeValue> momentRow = new HashMap<>(moment);
        momentRow.put(TimedEdgeRows.OF, fromS(TimedEdgeRows.name(edge.edge())));
        momentRow.put(TimedEdgeRows.NEXT, fromS(TimedEdgeRows.text(next.get())));
        writes.add(RowWrite.put(moment, momentRow));
      }
    }
    return dynamo.write("scheduling edges", tables.timedEdges(), writes);
  }

  @Override
  public Uni<Void> cancel(Collection<Edge> edges) {
    if (edges.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    // Most catalogues have no such edges at all, and need not pay for deleting none.
    QueryRequest any = query(TimedEdgeRows.MOMENTS).limit(1).build();
    return dynamo
        .query("looking for scheduled edges", any)
        .select()
        .first(1)
        .collect()
        .asList()
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : dynamo.write(
                        "cancelling edges",
                        tables.timedEdges(),
                        edges.stream().map(edge -> RowWrite.delete(rows.key(edge))).toList()));
  }

  @Override
  public Uni<List<TimedEdge>> due(Instant now, int limit) {
    return moments(now, limit)
        .chain(
            moments ->
                dynamo
                    .getAll(
                        "reading scheduled edges",
                        tables.timedEdges(),
                        moments.stream().map(moment -> rows.key(moment.of())).toList())
                    .chain(found -> withoutIdle(moments, found)));
  }

  /** Emits the edges whose moments these are, and deletes the moments that say nothing any more. */
  private Uni<List<TimedEdge>> withoutIdle(
      List<Moment> moments, List<Map<String, AttributeValue>> found) {
    Map<String, String> next = new HashMap<>();
    List<TimedEdge> due = new ArrayList<>();
    for (Map<String, AttributeValue> attributes : found) {
      TimedEdge edge = TimedEdgeRows.edge(attributes);
      next.put(TimedEdgeRows.name(edge.edge()), new Row(attributes).text(TimedEdgeRows.NEXT));
      due.add(edge);
    }
    List<Moment> idle =
        moments.stream().filter(moment -> !moment.at().equals(next.get(moment.of()))).toList();
    List<String> wanted = new ArrayList<>(moments.stream().map(Moment::of).toList());
    idle.forEach(moment -> wanted.remove(moment.of()));
    due.removeIf(edge -> !wanted.contains(TimedEdgeRows.name(edge.edge())));
    return dynamo
        .write(
            "forgetting moments",
            tables.timedEdges(),
            idle.stream().map(moment -> RowWrite.delete(moment.key())).toList())
        .replaceWith(due);
  }

  private Uni<List<Moment>> moments(Instant now, int limit) {
    QueryRequest request =
        query(TimedEdgeRows.MOMENTS)
            .keyConditionExpression("#kind = :kind and #at <= :now")
            .expressionAttributeNames(Map.of("#kind", DynamoKeys.PARTITION, "#at", DynamoKeys.SORT))
            .expressionAttributeValues(
                Map.of(
                    ":kind",
                    dynamo.keys().partition(TimedEdgeRows.MOMENTS),
                    ":now",
                    fromS(TimedEdgeRows.text(now) + "\n")))
            .limit(limit)
            .build();
    return dynamo
        .query("reading due edges", request)
        .select()
        .first(limit)
        .map(
            attributes ->
                Row.decode(
                    "a moment",
                    attributes,
                    row ->
                        new Moment(
                            Map.of(
                                DynamoKeys.PARTITION,
                                    dynamo.keys().partition(TimedEdgeRows.MOMENTS),
                                DynamoKeys.SORT, fromS(row.text(DynamoKeys.SORT))),
                            row.text(TimedEdgeRows.OF),
                            row.text(TimedEdgeRows.NEXT))))
        .collect()
        .asList();
  }

  @Override
  public Uni<Void> settle(Collection<TimedEdge> edges, Instant now) {
    // The moments that have come lose their meaning with this, and go when they are read next.
    return schedule(edges, now);
  }

  private QueryRequest.Builder query(String kind) {
    return QueryRequest.builder()
        .tableName(tables.timedEdges())
        .consistentRead(true)
        .keyConditionExpression("#kind = :kind")
        .expressionAttributeNames(Map.of("#kind", DynamoKeys.PARTITION))
        .expressionAttributeValues(Map.of(":kind", dynamo.keys().partition(kind)));
  }
}
