package io.lorecast.store.dynamodb;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Requests for many rows, in batches as large as DynamoDB takes. What it leaves undone is asked for
 * again after a pause that doubles, until it has had time enough.
 */
final class Batches {

  private static final int ROWS_A_READ = 100;
  private static final int ROWS_A_WRITE = 25;
  private static final int BATCHES_AT_ONCE = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final int ATTEMPTS = 8; // pauses of 6 s together

  private final DynamoDbAsyncClient client;

  Batches(DynamoDbAsyncClient client) {
    this.client = client;
  }

  Uni<List<Map<String, AttributeValue>>> get(String table, List<Map<String, AttributeValue>> keys) {
    return get(table, keys, KeysAndAttributes.builder().build());
  }

  /** Emits the keys of the rows and one attribute. */
  Uni<List<Map<String, AttributeValue>>> get(
      String table, List<Map<String, AttributeValue>> keys, String attribute) {
    return get(
        table,
        keys,
        KeysAndAttributes.builder()
            .projectionExpression("#partition, #sort, #attribute")
            .expressionAttributeNames(
                Map.of(
                    "#partition", DynamoKeys.PARTITION,
                    "#sort", DynamoKeys.SORT,
                    "#attribute", attribute))
            .build());
  }

  private Uni<List<Map<String, AttributeValue>>> get(
      String table, List<Map<String, AttributeValue>> keys, KeysAndAttributes attributes) {
    List<Map<String, AttributeValue>> distinct = keys.stream().distinct().toList();
    return Multi.createFrom()
        .iterable(parts(distinct, ROWS_A_READ))
        .map(part -> attributes.toBuilder().keys(part).consistentRead(true).build())
        .onItem()
        .transformToUni(part -> read(table, part, new ArrayList<>(), 1))
        .merge(BATCHES_AT_ONCE)
        .collect()
        .in(ArrayList::new, List::addAll);
  }

  private Uni<List<Map<String, AttributeValue>>> read(
      String table, KeysAndAttributes asked, List<Map<String, AttributeValue>> found, int attempt) {
    return Uni.createFrom()
        .completionStage(() -> client.batchGetItem(get -> get.requestItems(Map.of(table, asked))))
        .chain(
            answer -> {
              found.addAll(answer.responses().getOrDefault(table, List.of()));
              KeysAndAttributes left = answer.unprocessedKeys().get(table);
              return left == null || left.keys().isEmpty()
                  ? Uni.createFrom().item(found)
                  : later(attempt).chain(() -> read(table, again(asked, left), found, attempt + 1));
            });
  }

  private static KeysAndAttributes again(KeysAndAttributes asked, KeysAndAttributes left) {
    return asked.toBuilder().keys(left.keys()).build();
  }

  Uni<Void> write(String table, List<RowWrite> writes) {
    // DynamoDB refuses a batch with two writes of one key.
    Map<Map<String, AttributeValue>, WriteRequest> distinct = new LinkedHashMap<>();
    writes.forEach(write -> distinct.put(write.key(), write.request()));
    return Multi.createFrom()
        .iterable(parts(List.copyOf(distinct.values()), ROWS_A_WRITE))
        .onItem()
        .transformToUni(part -> write(table, part, 1))
        .merge(BATCHES_AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> write(String table, List<WriteRequest> writes, int attempt) {
    return Uni.createFrom()
        .completionStage(
            () -> client.batchWriteItem(put -> put.requestItems(Map.of(table, writes))))
        .chain(
            answer -> {
              List<WriteRequest> left = answer.unprocessedItems().getOrDefault(table, List.of());
              return left.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : later(attempt).chain(() -> write(table, left, attempt + 1));
            });
  }

  /**
   * Emits after a pause that doubles with each attempt, from 1.
   *
   * @throws IllegalStateException through the result, once there were attempts enough
   */
  static Uni<Void> later(int attempt) {
    if (attempt == ATTEMPTS) {
      return Uni.createFrom()
          .failure(new IllegalStateException("not done in " + ATTEMPTS + " attempts"));
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
  }

  private static <T> List<List<T>> parts(List<T> whole, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int start = 0; start < whole.size(); start += size) {
      parts.add(whole.subList(start, Math.min(whole.size(), start + size)));
    }
    return parts;
  }
}
