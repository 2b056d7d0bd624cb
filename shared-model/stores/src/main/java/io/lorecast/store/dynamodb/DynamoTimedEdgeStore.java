package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Edge;
import io.lorecast.model.TimedEdge;
import io.lorecast.store.EdgeKey;
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

  private static final String EDGES = "edge";
  private static final String MOMENTS = "moment";
  private static final String OF = "of";
  private static final String FROM = "validFrom";
  private static final String UNTIL = "validUntil";
  private static final String NEXT = "next";

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final EdgeRows rows;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoTimedEdgeStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.rows = new EdgeRows(dynamo.keys());
  }

  /** A moment that has come: its row, and the edge it is of. */
  private record Moment(Map<String, AttributeValue> key, String of, String at) {}

  @Override
  public Uni<Void> schedule(Collection<TimedEdge> edges, Instant now) {
    List<RowWrite> writes = new ArrayList<>();
    for (TimedEdge edge : edges) {
      Optional<Instant> next = edge.nextAfter(now);
      Map<String, AttributeValue> key = key(edge.edge());
      if (next.isEmpty()) {
        writes.add(RowWrite.delete(key));
      } else {
        writes.add(RowWrite.put(key, row(edge, next.get())));
        Map<String, AttributeValue> moment = moment(edge.edge(), next.get());
        Map<String, AttributeValue> momentRow = new HashMap<>(moment);
        momentRow.put(OF, fromS(name(edge.edge())));
        momentRow.put(NEXT, fromS(text(next.get())));
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
    QueryRequest any = query(MOMENTS).limit(1).build();
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
                        edges.stream().map(edge -> RowWrite.delete(key(edge))).toList()));
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
                        moments.stream().map(moment -> key(moment.of())).toList())
                    .chain(found -> withoutIdle(moments, found)));
  }

  /** Emits the edges whose moments these are, and deletes the moments that say nothing any more. */
  private Uni<List<TimedEdge>> withoutIdle(
      List<Moment> moments, List<Map<String, AttributeValue>> found) {
    Map<String, String> next = new HashMap<>();
    List<TimedEdge> due = new ArrayList<>();
    for (Map<String, AttributeValue> attributes : found) {
      TimedEdge edge = edge(attributes);
      next.put(name(edge.edge()), new Row(attributes).text(NEXT));
      due.add(edge);
    }
    List<Moment> idle =
        moments.stream().filter(moment -> !moment.at().equals(next.get(moment.of()))).toList();
    List<String> wanted = new ArrayList<>(moments.stream().map(Moment::of).toList());
    idle.forEach(moment -> wanted.remove(moment.of()));
    due.removeIf(edge -> !wanted.contains(name(edge.edge())));
    return dynamo
        .write(
            "forgetting moments",
            tables.timedEdges(),
            idle.stream().map(moment -> RowWrite.delete(moment.key())).toList())
        .replaceWith(due);
  }

  private Uni<List<Moment>> moments(Instant now, int limit) {
    QueryRequest request =
        query(MOMENTS)
            .keyConditionExpression("#kind = :kind and #at <= :now")
            .expressionAttributeNames(Map.of("#kind", DynamoKeys.PARTITION, "#at", DynamoKeys.SORT))
            .expressionAttributeValues(
                Map.of(":kind", dynamo.keys().partition(MOMENTS), ":now", fromS(text(now) + "\n")))
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
                                DynamoKeys.PARTITION, dynamo.keys().partition(MOMENTS),
                                DynamoKeys.SORT, fromS(row.text(DynamoKeys.SORT))),
                            row.text(OF),
                            row.text(NEXT))))
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

  private Map<String, AttributeValue> key(Edge edge) {
    return key(name(edge));
  }

  private Map<String, AttributeValue> key(String name) {
    return Map.of(
        DynamoKeys.PARTITION, dynamo.keys().partition(EDGES),
        DynamoKeys.SORT, DynamoKeys.sort(name));
  }

  private Map<String, AttributeValue> moment(Edge edge, Instant at) {
    return Map.of(
        DynamoKeys.PARTITION, dynamo.keys().partition(MOMENTS),
        DynamoKeys.SORT, DynamoKeys.sort(text(at) + '\t' + name(edge)));
  }

  private Map<String, AttributeValue> row(TimedEdge edge, Instant next) {
    Map<String, AttributeValue> row = new HashMap<>(rows.content(edge.edge()));
    row.putAll(key(edge.edge()));
    row.put(NEXT, fromS(text(next)));
    edge.from().ifPresent(from -> row.put(FROM, fromS(from.toString())));
    edge.until().ifPresent(until -> row.put(UNTIL, fromS(until.toString())));
    return row;
  }

  private static TimedEdge edge(Map<String, AttributeValue> attributes) {
    Edge edge = EdgeRows.edge(attributes);
    return Row.decode(
        "the times of an edge",
        attributes,
        row -> new TimedEdge(edge, time(row, FROM), time(row, UNTIL)));
  }

  private static Optional<Instant> time(Row row, String name) {
    return row.has(name) ? Optional.of(Instant.parse(row.text(name))) : Optional.empty();
  }

  private static String name(Edge edge) {
    return EdgeKey.of(edge).text() + '\t' + edge.source().name();
  }

  /** Of one length, so that texts are in the order of times; what was before 1970 is long past. */
  private static String text(Instant time) {
    return "%019d".formatted(Math.max(0, time.toEpochMilli()));
  }
}
