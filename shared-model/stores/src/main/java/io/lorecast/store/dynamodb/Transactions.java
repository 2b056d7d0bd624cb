package io.lorecast.store.dynamodb;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes of many rows in transactions as large as DynamoDB takes. One that meets another on the
 * same row is written as a batch instead: it is wanted for its speed, not for its isolation.
 */
final class Transactions {

  private static final int ROWS = 100;

  private final DynamoDbAsyncClient client;
  private final Batches batches;

  Transactions(DynamoDbAsyncClient client, Batches batches) {
    this.client = client;
    this.batches = batches;
  }

  Uni<Void> write(String table, List<RowWrite> writes) {
    // DynamoDB refuses a transaction with two writes of one key.
    Map<Map<String, AttributeValue>, RowWrite> distinct = new LinkedHashMap<>();
    writes.forEach(write -> distinct.put(write.key(), write));
    List<RowWrite> rows = List.copyOf(distinct.values());
    List<List<RowWrite>> parts = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += ROWS) {
      parts.add(rows.subList(start, Math.min(rows.size(), start + ROWS)));
    }
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(part -> writeTogether(table, part))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> writeTogether(String table, List<RowWrite> rows) {
    List<TransactWriteItem> items = rows.stream().map(row -> item(table, row.request())).toList();
    return Uni.createFrom()
        .completionStage(() -> client.transactWriteItems(write -> write.transactItems(items)))
        .replaceWithVoid()
        .onFailure(Transactions::isCancelled)
        .recoverWithUni(() -> batches.write(table, rows));
  }

  private static TransactWriteItem item(String table, WriteRequest request) {
    return request.putRequest() != null
        ? TransactWriteItem.builder()
            .put(put -> put.tableName(table).item(request.putRequest().item()))
            .build()
        : TransactWriteItem.builder()
            .delete(delete -> delete.tableName(table).key(request.deleteRequest().key()))
            .build();
  }

  private static boolean isCancelled(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TransactionCanceledException;
  }
}
