package io.lorecast.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.store.testing.Clients;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class DynamoTablesIT {

  private final DynamoDbAsyncClient client = Clients.dynamo();

  @Test
  void tablesThatAreThereAreLeftAsTheyAre() {
    Clients.TABLES.create(client).await().indefinitely();

    assertThat(client.listTables().join().tableNames())
        .contains(Clients.TABLES.items(), Clients.TABLES.knowledge());
  }

  @Test
  void onlyWhatAModelHasSaidExpires() {
    assertThat(expiry(Clients.TABLES.knowledge()).timeToLiveStatus())
        .isEqualTo(TimeToLiveStatus.ENABLED);
    assertThat(expiry(Clients.TABLES.knowledge()).attributeName()).isEqualTo(Expiry.ATTRIBUTE);
    assertThat(expiry(Clients.TABLES.items()).timeToLiveStatus())
        .isEqualTo(TimeToLiveStatus.DISABLED);
  }

  private TimeToLiveDescription expiry(String table) {
    return client
        .describeTimeToLive(request -> request.tableName(table))
        .join()
        .timeToLiveDescription();
  }
}
