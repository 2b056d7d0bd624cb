package io.lorecast.store.dynamodb;

import io.lorecast.store.GroupCommit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes of many rows in transactions as large as DynamoDB takes; what is asked for while one is
 * under way shares the next, whatever the table. One that meets another on the same row is written
 * in batches instead: it is wanted for its speed, not for its isolation.
 */
final class Transactions {

  private static final int ROWS = 100;

  /** Requests that may share transactions, so that nobody waits for many of them. */
  private static final int REQUESTS = 64;

  private record Key(String table, Map<String, AttributeValue> key) {}

  private record TableRow(String table, RowWrite row) {

    Key key() {
      return new Key(table, row.key());
    }
  }

  private final DynamoDbAsyncClient client;
  private final Batches batches;
  private final GroupCommit<List<TableRow>, List<TableRow>> groups =
      new GroupCommit<>(REQUESTS, this::writeGroup);

  Transactions(DynamoDbAsyncClient client, Batches batches) {
    this.client = client;
    this.batches = batches;
  }

  Uni<Void> write(String table, List<RowWrite> writes) {
    return groups
        .submit(writes.stream().map(row -> new TableRow(table, row)).toList())
        .replaceWithVoid();
  }

  private Uni<List<List<TableRow>>> writeGroup(List<List<TableRow>> requests) {
    // DynamoDB refuses a transaction with two writes of one key: the last one counts.
    Map<Key, TableRow> distinct = new LinkedHashMap<>();
    requests.forEach(rows -> rows.forEach(row -> distinct.put(row.key(), row)));
    List<TableRow> rows = List.copyOf(distinct.values());
    List<List<TableRow>> parts = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += ROWS) {
      parts.add(rows.subList(start, Math.min(rows.size(), start + ROWS)));
    }
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(this::writeTogether)
        .collect()
        .last()
        .replaceWith(requests);
  }

  private Uni<Void> writeTogether(List<TableRow> rows) {
    List<TransactWriteItem> items = rows.stream().map(Transactions::item).toList();
    return Uni.createFrom()
        .completionStage(() -> client.transactWriteItems(write -> write.transactItems(items)))
        .replaceWithVoid()
        .onFailure(Transactions::isCancelled)
        .recoverWithUni(() -> writeApart(rows));
  }

  private Uni<Void> writeApart(List<TableRow> rows) {
    Map<String, List<RowWrite>> byTable =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    TableRow::table, Collectors.mapping(TableRow::row, Collectors.toList())));
    return Multi.createFrom()
        .iterable(byTable.entrySet())
        .onItem()
        .transformToUniAndConcatenate(one -> batches.write(one.getKey(), one.getValue()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static TransactWriteItem item(TableRow write) {
    WriteRequest request = write.row().request();
    return request.putRequest() != null
        ? TransactWriteItem.builder()
            .put(put -> put.tableName(write.table()).item(request.putRequest().item()))
            .build()
        : TransactWriteItem.builder()
            .delete(delete -> delete.tableName(write.table()).key(request.deleteRequest().key()))
            .build();
  }

  static boolean isCancelled(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TransactionCanceledException;
  }
}
