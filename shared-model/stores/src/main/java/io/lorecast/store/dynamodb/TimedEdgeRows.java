package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.TimedEdge;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.codec.EdgeCodec;
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

  private static final String HEAD = "head";
  private static final String EDGE = "edge";
  private static final String FROM = "validFrom";
  private static final String UNTIL = "validUntil";

  private final DynamoKeys keys;

  TimedEdgeRows(DynamoKeys keys) {
    this.keys = keys;
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
    EntityId head = edge.edge().head();
    Map<String, AttributeValue> row = new HashMap<>(key(edge.edge()));
    row.put(HEAD, fromS(head.value()));
    row.put(EDGE, fromS(EdgeCodec.encode(edge.edge(), head)));
    row.put(NEXT, fromS(text(next)));
    edge.from().ifPresent(from -> row.put(FROM, fromS(from.toString())));
    edge.until().ifPresent(until -> row.put(UNTIL, fromS(until.toString())));
    return row;
  }

  static TimedEdge edge(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "the times of an edge",
        attributes,
        row ->
            new TimedEdge(
                EdgeCodec.decode(new EntityId(row.text(HEAD)), row.text(EDGE)),
                time(row, FROM),
                time(row, UNTIL)));
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
