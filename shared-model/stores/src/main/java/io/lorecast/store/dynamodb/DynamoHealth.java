package io.lorecast.store.dynamodb;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while DynamoDB answers: without the record nothing can be accepted. */
@Readiness
@Singleton
final class DynamoHealth implements HealthCheck {

  private static final String NAME = "DynamoDB";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Dynamo dynamo;
  private final DynamoTables tables;

  DynamoHealth(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public HealthCheckResponse call() {
    return dynamo
        .send("checking", client -> client.describeTable(ask -> ask.tableName(tables.items())))
        .map(answer -> HealthCheckResponse.up(NAME))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithItem(HealthCheckResponse.down(NAME))
        .await()
        .indefinitely();
  }
}
