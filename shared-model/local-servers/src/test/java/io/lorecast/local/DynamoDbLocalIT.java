package io.lorecast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalIT {

  private static final String CREATE =
      """
      {"TableName": "books", "BillingMode": "PAY_PER_REQUEST",
       "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
       "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}\
      """;
  private static final String TABLES = "{\"TableNames\":[\"books\"]}";

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void aServerInMemoryKeepsATable() throws Exception {
    try (DynamoDbLocal dynamo = DynamoDbLocal.start(Placement.inMemory())) {

      ask(dynamo, "CreateTable", CREATE);

      assertThat(ask(dynamo, "ListTables", "{}")).isEqualTo(TABLES);
    }
  }

  @Test
  void dataOnDiskIsFoundAgain() throws Exception {
    try (DynamoDbLocal first = DynamoDbLocal.start(Placement.onDisk(folder))) {
      ask(first, "CreateTable", CREATE);
    }

    try (DynamoDbLocal second = DynamoDbLocal.start(Placement.onDisk(folder))) {
      assertThat(ask(second, "ListTables", "{}")).isEqualTo(TABLES);
      assertThat(folder.resolve("dynamodb.log")).exists();
    }
  }

  private String ask(DynamoDbLocal dynamo, String operation, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(dynamo.endpoint())
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=none")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
