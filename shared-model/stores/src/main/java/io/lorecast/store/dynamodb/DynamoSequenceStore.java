package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.lorecast.sequence.SequenceCodec;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.store.SequenceStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
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
 * A {@link SequenceStore} in a table of its own: a head row, and for each round rows small enough
 * for DynamoDB. The rows of a round are written under its token before the head names them, so that
 * a writer whose lease ran out can neither be read nor overwrite what is.
 */
public final class DynamoSequenceStore implements SequenceStore {

  /** DynamoDB refuses rows of more than 400 KiB. */
  private static final int BYTES_A_ROW = 380 * 1_024;

  private static final String HEAD = "head";
  private static final String ROUND_OF = "round\t";
  private static final String CONTENT = "content";

  private final Dynamo dynamo;
  private final String table;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoSequenceStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.sequence();
  }

  /** Emits the head row; every change of it is another version. */
  private Uni<SequenceHeadRow> row() {
    return dynamo
        .get("reading the head of the sequence rows", table, key(HEAD, 0))
        .map(
            found ->
                found
                    .map(
                        attributes ->
                            Row.decode("the sequence head", attributes, SequenceHeadRow::of))
                    .orElse(SequenceHeadRow.NONE));
  }

  @Override
  public Uni<Head> head() {
    return row().map(SequenceHeadRow::head);
  }

  @Override
  public Uni<Optional<Lease>> lease(String owner, Instant now, Duration length) {
    Instant until = Instant.ofEpochMilli(now.plus(length).toEpochMilli());
    return row()
        .chain(
            row -> {
              boolean mine = row.owner().equals(owner);
              if (!mine && row.until().isAfter(now)) {
                return Uni.createFrom().item(Optional.empty());
              }
              Lease lease = new Lease(owner, row.token() + (mine ? 0 : 1), until);
              return replace(row, row.leased(lease))
                  .map(replaced -> replaced ? Optional.of(lease) : Optional.empty());
            });
  }

  @Override
  public Uni<Boolean> publish(Lease lease, Head next, SequenceModel rows) {
    return row()
        .chain(
            row -> {
              if (row.token() != lease.token() || row.head().revision() + 1 != next.revision()) {
                return Uni.createFrom().item(false);
              }
              SequenceHeadRow published = row.published(next);
              return dynamo
                  .writeLarge(
                      "publishing sequence rows",
                      table,
                      parts(published.round(next.revision()), rows))
                  .chain(() -> replace(row, published))
                  .call(done -> done ? drop(row, next) : Uni.createFrom().voidItem());
            });
  }

  @Override
  public Uni<Optional<SequenceModel>> read(long revision) {
    return row()
        .chain(
            row ->
                row.rounds().containsKey(revision)
                    ? content(row.round(revision)).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<SequenceModel> content(String round) {
    return parts(round)
        .map(part -> Row.decode("sequence rows", part, one -> one.bytes(CONTENT)))
        .collect()
        .in(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
        .map(
            bytes ->
                Row.decode(
                    "sequence rows", Map.of(), none -> SequenceCodec.decode(bytes.toByteArray())));
  }

  private Multi<Map<String, AttributeValue>> parts(String round) {
    return dynamo.query(
        "reading sequence rows",
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("#partition = :round")
            .expressionAttributeNames(Map.of("#partition", DynamoKeys.PARTITION))
            .expressionAttributeValues(Map.of(":round", dynamo.keys().partition(ROUND_OF + round)))
            .build());
  }

  private List<RowWrite> parts(String round, SequenceModel rows) {
    byte[] content = SequenceCodec.encode(rows);
    List<RowWrite> parts = new ArrayList<>();
    for (int start = 0; start < content.length; start += BYTES_A_ROW) {
      byte[] part =
          Arrays.copyOfRange(content, start, Math.min(content.length, start + BYTES_A_ROW));
      Map<String, AttributeValue> key = key(ROUND_OF + round, start / BYTES_A_ROW);
      Map<String, AttributeValue> row = new HashMap<>(key);
      row.put(CONTENT, fromB(SdkBytes.fromByteArray(part)));
      parts.add(RowWrite.put(key, row));
    }
    return parts;
  }

  /** Deletes the rounds before the new base; whatever fails here is only left over. */
  private Uni<Void> drop(SequenceHeadRow before, Head next) {
    List<String> gone =
        before.rounds().keySet().stream()
            .filter(revision -> revision < next.base())
            .map(before::round)
            .toList();
    return Multi.createFrom()
        .iterable(gone)
        .onItem()
        .transformToMultiAndConcatenate(this::parts)
        .map(
            row ->
                RowWrite.delete(
                    Map.of(
                        DynamoKeys.PARTITION, row.get(DynamoKeys.PARTITION),
                        DynamoKeys.SORT, row.get(DynamoKeys.SORT))))
        .collect()
        .asList()
        .chain(
            writes ->
                writes.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : dynamo.write("dropping sequence rows", table, writes));
  }

  private Map<String, AttributeValue> key(String partition, int sort) {
    return Map.of(
        DynamoKeys.PARTITION, dynamo.keys().partition(partition),
        DynamoKeys.SORT, fromN(Integer.toString(sort)));
  }

  /** Emits whether nobody has changed the head row since {@code from} was read. */
  private Uni<Boolean> replace(SequenceHeadRow from, SequenceHeadRow to) {
    Map<String, AttributeValue> row = new HashMap<>(key(HEAD, 0));
    row.putAll(to.attributes());
    return ConditionalWrites.putNext(
        dynamo,
        "changing the head of the sequence rows",
        table,
        row,
        SequenceHeadRow.VERSION,
        from.version());
  }
}
