package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows that DynamoDB may delete, within days, once their time has come. */
final class Expiry {

  /** When a row may go, in seconds since 1970; rows without it stay. */
  static final String ATTRIBUTE = "expires";

  private Expiry() {}

  /** Returns {@code until} as the value of {@link #ATTRIBUTE}. */
  static AttributeValue at(Instant until) {
    return fromN(Long.toString(until.getEpochSecond()));
  }

  /** Lets rows of {@code table} expire; asked again, DynamoDB says that they do so already. */
  static Uni<Void> enable(DynamoDbAsyncClient client, String table) {
    return Uni.createFrom()
        .completionStage(
            () ->
                client.updateTimeToLive(
                    request ->
                        request
                            .tableName(table)
                            .timeToLiveSpecification(
                                live -> live.attributeName(ATTRIBUTE).enabled(true))))
        .replaceWithVoid()
        .onFailure(failure -> String.valueOf(failure.getMessage()).contains("already enabled"))
        .recoverWithNull();
  }
}
