package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Edges as rows: by head, and in the index by tail. */
final class EdgeRows {

  private static final String FROM = "from";
  private static final String RELATION = "relation";
  private static final String TO = "to";
  private static final String WEIGHT = "weight";
  private static final String SOURCE = "source";

  private final DynamoKeys keys;

  EdgeRows(DynamoKeys keys) {
    this.keys = keys;
  }

  Map<String, AttributeValue> key(EdgeKey edge) {
    return Map.of(
        DynamoKeys.PARTITION, keys.partition(edge.head().value()),
        DynamoKeys.SORT, DynamoKeys.sort(edge.relation() + '\t' + edge.tail().value()));
  }

  /** Returns the key of the index by tail, which includes that of the table. */
  Map<String, AttributeValue> indexKey(EdgeKey edge) {
    Map<String, AttributeValue> key = new HashMap<>(key(edge));
    key.put(DynamoTables.TAIL, keys.partition(edge.tail().value()));
    key.put(DynamoTables.EDGE, DynamoKeys.sort(edge.relation() + '\t' + edge.head().value()));
    return key;
  }

  Map<String, AttributeValue> row(Edge edge) {
    Map<String, AttributeValue> row = new HashMap<>(indexKey(EdgeKey.of(edge)));
    row.putAll(content(edge));
    return row;
  }

  /** Returns what a row says besides its keys. */
  Map<String, AttributeValue> content(Edge edge) {
    Map<String, AttributeValue> row = new HashMap<>();
    row.put(FROM, fromS(edge.head().value()));
    row.put(RELATION, fromS(edge.relation()));
    row.put(TO, fromS(edge.tail().value()));
    row.put(WEIGHT, fromN(Float.toString(edge.weight())));
    row.put(SOURCE, fromS(edge.source().name()));
    return row;
  }

  static Edge edge(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "an edge",
        attributes,
        row ->
            new Edge(
                new EntityId(row.text(FROM)),
                row.text(RELATION),
                new EntityId(row.text(TO)),
                (float) row.number(WEIGHT),
                Source.valueOf(row.text(SOURCE))));
  }
}
