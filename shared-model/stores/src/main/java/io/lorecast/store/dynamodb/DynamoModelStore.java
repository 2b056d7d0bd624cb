package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.store.ModelStore;
import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A {@link ModelStore} of rows small enough for DynamoDB. The pointer is switched last, so that a
 * reader never sees a part of a model.
 */
public final class DynamoModelStore implements ModelStore {

  /** DynamoDB refuses rows of more than 400 KiB. */
  private static final int BYTES_A_ROW = 380 * 1_024;

  private static final String POINTER = "current";
  private static final String VERSION_OF = "version\t";
  private static final String VERSION = "version";
  private static final String SPACE = "space";
  private static final String SIZE = "size";
  private static final String CONTENT = "content";

  private final Dynamo dynamo;
  private final String table;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoModelStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.models();
  }

  private record Pointer(ModelVersion version, int size) {}

  private Map<String, AttributeValue> key(String partition, int sort) {
    return Map.of(
        DynamoKeys.PARTITION, dynamo.keys().partition(partition),
        DynamoKeys.SORT, fromN(Integer.toString(sort)));
  }

  private Uni<Optional<Pointer>> pointer() {
    return dynamo
        .get("reading the model's version", table, key(POINTER, 0))
        .map(row -> row.map(DynamoModelStore::pointer));
  }

  private static Pointer pointer(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "the model's version",
        attributes,
        row ->
            new Pointer(
                new ModelVersion(row.text(VERSION), row.text(SPACE)),
                Math.toIntExact(row.integer(SIZE))));
  }

  @Override
  public Uni<Optional<ModelVersion>> currentVersion() {
    return pointer().map(pointer -> pointer.map(Pointer::version));
  }

  @Override
  public Uni<Optional<StoredModel>> current() {
    return pointer()
        .chain(
            pointer ->
                pointer.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : content(pointer.get()).map(Optional::of));
  }

  private Uni<StoredModel> content(Pointer pointer) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("#partition = :version")
            .expressionAttributeNames(Map.of("#partition", DynamoKeys.PARTITION))
            .expressionAttributeValues(
                Map.of(":version", dynamo.keys().partition(VERSION_OF + pointer.version().name())))
            .build();
    return dynamo
        .query("reading the model", request)
        .map(row -> Row.decode("the model", row, one -> one.bytes(CONTENT)))
        .collect()
        .in(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
        .map(bytes -> whole(pointer, bytes.toByteArray()));
  }

  private static StoredModel whole(Pointer pointer, byte[] content) {
    if (content.length != pointer.size()) {
      throw new StoreException(
          "reading the model " + pointer.version().name(),
          new IllegalStateException(content.length + " bytes of " + pointer.size()));
    }
    return new StoredModel(pointer.version(), content);
  }

  @Override
  public Uni<Void> publish(StoredModel model) {
    return dynamo
        .writeLarge("publishing the model", table, parts(model))
        .chain(() -> dynamo.write("switching the model", table, List.of(pointerTo(model))));
  }

  private List<RowWrite> parts(StoredModel model) {
    List<RowWrite> parts = new ArrayList<>();
    byte[] content = model.content();
    for (int start = 0; start < content.length; start += BYTES_A_ROW) {
      byte[] part =
          Arrays.copyOfRange(content, start, Math.min(content.length, start + BYTES_A_ROW));
      parts.add(
          row(
              key(VERSION_OF + model.version().name(), start / BYTES_A_ROW),
              Map.of(CONTENT, fromB(SdkBytes.fromByteArray(part)))));
    }
    return parts;
  }

  private RowWrite pointerTo(StoredModel model) {
    return row(
        key(POINTER, 0),
        Map.of(
            VERSION, fromS(model.version().name()),
            SPACE, fromS(model.version().space()),
            SIZE, fromN(Integer.toString(model.content().length))));
  }

  private static RowWrite row(
      Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> row = new HashMap<>(key);
    row.putAll(attributes);
    return RowWrite.put(key, row);
  }
}
