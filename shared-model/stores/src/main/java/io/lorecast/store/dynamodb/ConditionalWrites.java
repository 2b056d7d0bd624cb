package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Writes that are done only if what they are made from still stands. */
final class ConditionalWrites {

  private ConditionalWrites() {}

  /** Emits whether the condition of {@code write} held, in which case it is done. */
  static Uni<Boolean> held(Uni<?> write) {
    return write
        .replaceWith(true)
        .onFailure(failure -> failure.getCause() instanceof ConditionalCheckFailedException)
        .recoverWithItem(false);
  }

  /**
   * Puts {@code row} in the place of the one whose {@code counter} is {@code known}, 0 if there is
   * to be none; emits whether it was so.
   */
  static Uni<Boolean> putNext(
      Dynamo dynamo,
      String doing,
      String table,
      Map<String, AttributeValue> row,
      String counter,
      long known) {
    PutItemRequest.Builder request =
        PutItemRequest.builder()
            .tableName(table)
            .item(row)
            .conditionExpression(
                known == 0 ? "attribute_not_exists(#counter)" : "#counter = :known")
            .expressionAttributeNames(Map.of("#counter", counter));
    if (known > 0) {
      request.expressionAttributeValues(Map.of(":known", fromN(Long.toString(known))));
    }
    return held(dynamo.send(doing, client -> client.putItem(request.build())));
  }
}
