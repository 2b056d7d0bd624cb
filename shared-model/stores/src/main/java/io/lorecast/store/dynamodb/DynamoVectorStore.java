package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;

import io.lorecast.store.FloatCodec;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The vectors of one space: little-endian floats by space and key, in a table for each kind. */
public final class DynamoVectorStore<K> implements VectorStore<K> {

  private static final String VALUES = "values";

  private final Dynamo dynamo;
  private final String table;
  private final String start;
  private final String space;
  private final Function<K, String> text;
  private final Function<String, K> parse;

  /**
   * Creates the store of one space.
   *
   * @param kind one of {@link DynamoTables#KINDS}
   * @param space names the space among those of its kind; no control characters
   * @param text writes a key
   * @param parse reads a key that {@code text} wrote
   */
  public DynamoVectorStore(
      Dynamo dynamo,
      DynamoTables tables,
      String kind,
      String space,
      Function<K, String> text,
      Function<String, K> parse) {
    this.dynamo = dynamo;
    this.table = tables.vectors(kind);
    this.start = space + "\t";
    this.space = kind + " " + space;
    this.text = text;
    this.parse = parse;
  }

  private Map<String, AttributeValue> key(K key) {
    return Map.of(DynamoKeys.PARTITION, dynamo.keys().partition(start + text.apply(key)));
  }

  private K key(Row row) {
    String partition = row.text(DynamoKeys.PARTITION);
    return parse.apply(partition.substring((dynamo.keys().prefix() + start).length()));
  }

  private Map.Entry<K, Embedding> entry(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "a vector of " + space,
        attributes,
        row -> Map.entry(key(row), Embedding.of(FloatCodec.decode(row.bytes(VALUES)))));
  }

  @Override
  public Uni<Optional<Embedding>> find(K key) {
    return dynamo
        .get("reading a vector of " + space, table, key(key))
        .map(row -> row.map(attributes -> entry(attributes).getValue()));
  }

  @Override
  public Uni<Map<K, Embedding>> findAll(Collection<K> keys) {
    return dynamo
        .getAll("reading vectors of " + space, table, keys.stream().map(this::key).toList())
        .map(
            rows -> {
              Map<K, Embedding> found = new HashMap<>();
              rows.stream().map(this::entry).forEach(e -> found.put(e.getKey(), e.getValue()));
              Map<K, Embedding> ordered = new LinkedHashMap<>();
              keys.forEach(
                  key -> Optional.ofNullable(found.get(key)).ifPresent(v -> ordered.put(key, v)));
              return ordered;
            });
  }

  @Override
  public Uni<Void> saveAll(Map<K, Embedding> vectors) {
    List<RowWrite> writes =
        vectors.entrySet().stream().map(entry -> put(entry.getKey(), entry.getValue())).toList();
    return dynamo.write("saving vectors of " + space, table, writes);
  }

  @Override
  public Uni<Void> replaceAll(Map<K, Embedding> present, Collection<K> absent) {
    List<RowWrite> writes = new ArrayList<>();
    present.forEach((key, vector) -> writes.add(put(key, vector)));
    absent.forEach(key -> writes.add(RowWrite.delete(key(key))));
    return dynamo.write("replacing vectors of " + space, table, writes);
  }

  private RowWrite put(K key, Embedding vector) {
    Map<String, AttributeValue> row = new HashMap<>(key(key));
    row.put(VALUES, fromB(SdkBytes.fromByteArray(FloatCodec.encode(vector.toArray()))));
    return RowWrite.put(key(key), row);
  }

  @Override
  public Uni<Void> removeAll(Collection<K> keys) {
    return dynamo.write(
        "removing vectors of " + space,
        table,
        keys.stream().map(key -> RowWrite.delete(key(key))).toList());
  }

  @Override
  public Multi<Map.Entry<K, Embedding>> all() {
    return dynamo.scan("reading all vectors of " + space, table, start).map(this::entry);
  }
}
