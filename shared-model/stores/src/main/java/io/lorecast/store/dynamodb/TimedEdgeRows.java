package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Edge;
import io.lorecast.model.TimedEdge;
import io.lorecast.store.EdgeKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Edges with their times as rows, and the moments at which they are due. */
final class TimedEdgeRows {

  static final String EDGES = "edge";
  static final String MOMENTS = "moment";
  static final String OF = "of";
  static final String NEXT = "next";

  private static final String FROM = "validFrom";
  private static final String UNTIL = "validUntil";

  private final DynamoKeys keys;
  private final EdgeRows edges;

  TimedEdgeRows(DynamoKeys keys) {
    this.keys = keys;
    this.edges = new EdgeRows(keys);
  }

  Map<String, AttributeValue> key(Edge edge) {
    return key(name(edge));
  }

  Map<String, AttributeValue> key(String name) {
    return Map.of(
        DynamoKeys.PARTITION, keys.partition(EDGES),
        DynamoKeys.SORT, DynamoKeys.sort(name));
  }

  Map<String, AttributeValue> moment(Edge edge, Instant at) {
    return Map.of(
        DynamoKeys.PARTITION, keys.partition(MOMENTS),
        DynamoKeys.SORT, DynamoKeys.sort(text(at) + '\t' + name(edge)));
  }

  Map<String, AttributeValue> row(TimedEdge edge, Instant next) {
    Map<String, AttributeValue> row = new HashMap<>(edges.content(edge.edge()));
    row.putAll(key(edge.edge()));
    row.put(NEXT, fromS(text(next)));
    edge.from().ifPresent(from -> row.put(FROM, fromS(from.toString())));
    edge.until().ifPresent(until -> row.put(UNTIL, fromS(until.toString())));
    return row;
  }

  static TimedEdge edge(Map<String, AttributeValue> attributes) {
    Edge edge = EdgeRows.edge(attributes);
    return Row.decode(
        "the times of an edge",
        attributes,
        row -> new TimedEdge(edge, time(row, FROM), time(row, UNTIL)));
  }

  private static Optional<Instant> time(Row row, String name) {
    return row.has(name) ? Optional.of(Instant.parse(row.text(name))) : Optional.empty();
  }

  static String name(Edge edge) {
    return EdgeKey.of(edge).text() + '\t' + edge.source().name();
  }

  /** Of one length, so that texts are in the order of times; what was before 1970 is long past. */
  static String text(Instant time) {
    return "%019d".formatted(Math.max(0, time.toEpochMilli()));
  }
}
