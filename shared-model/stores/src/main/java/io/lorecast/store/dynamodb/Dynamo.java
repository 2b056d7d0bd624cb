package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Sends requests to DynamoDB for the tenant of its keys. Everything fails with {@link
 * StoreException}; the client itself repeats what was throttled.
 *
 * <p>Rows are maps of attributes by name.
 */
public final class Dynamo {

  private static final String LOCAL = "local";

  /** Of a scan: each page is a request, which a busy server must answer in time. */
  private static final int ROWS_A_PAGE = 1_000;

  private final DynamoDbAsyncClient client;
  private final DynamoKeys keys;
  private final Batches batches;
  private final Transactions transactions;
  private final GroupWrites groupWrites;

  /** Creates the access to one tenant's rows, which are written in batches. */
  public Dynamo(DynamoDbAsyncClient client, String tenant) {
    this(client, tenant, GroupWrites.BATCH);
  }

  /** Creates the access to one tenant's rows. */
  public Dynamo(DynamoDbAsyncClient client, String tenant, GroupWrites groupWrites) {
    this.client = client;
    this.keys = new DynamoKeys(tenant);
    this.batches = new Batches(client);
    this.transactions = new Transactions(client, batches);
    this.groupWrites = groupWrites;
  }

  /**
   * Returns the access to one tenant's rows in the DynamoDB Local at {@code endpoint}, for programs
   * without dependency injection, as long as they run.
   */
  public static Dynamo local(URI endpoint, String tenant) {
    AwsBasicCredentials anybody = AwsBasicCredentials.create(LOCAL, LOCAL);
    DynamoDbAsyncClient client =
        DynamoDbAsyncClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(LOCAL))
            .credentialsProvider(StaticCredentialsProvider.create(anybody))
            .build();
    return new Dynamo(client, tenant);
  }

  DynamoKeys keys() {
    return keys;
  }

  /** Emits the answer to one request. */
  <T> Uni<T> send(String doing, Function<DynamoDbAsyncClient, CompletableFuture<T>> request) {
    return translated(doing, Uni.createFrom().completionStage(() -> request.apply(client)));
  }

  /** Emits the row under {@code key} as it is now, or empty. */
  Uni<Optional<Map<String, AttributeValue>>> get(
      String doing, String table, Map<String, AttributeValue> key) {
    GetItemRequest request =
        GetItemRequest.builder().tableName(table).key(key).consistentRead(true).build();
    return send(doing, dynamo -> dynamo.getItem(request))
        .map(answer -> answer.hasItem() ? Optional.of(answer.item()) : Optional.empty());
  }

  /** Emits the rows found under {@code keys}, in no order. */
  Uni<List<Map<String, AttributeValue>>> getAll(
      String doing, String table, List<Map<String, AttributeValue>> keys) {
    return translated(doing, batches.get(table, keys));
  }

  /** Emits of the rows found under {@code keys}, in no order, the key and one attribute. */
  Uni<List<Map<String, AttributeValue>>> getAll(
      String doing, String table, List<Map<String, AttributeValue>> keys, String attribute) {
    return translated(doing, batches.get(table, keys, attribute));
  }

  /** Puts and deletes rows; of several writes to one key the last one counts. */
  Uni<Void> write(String doing, String table, List<RowWrite> writes) {
    return translated(
        doing,
        groupWrites == GroupWrites.TRANSACTION
            ? transactions.write(table, writes)
            : batches.write(table, writes));
  }

  /**
   * Emits whether {@code writes} were done: none is if a condition does not hold, or if another
   * transaction is at one of their rows.
   *
   * @param writes at most 100
   */
  Uni<Boolean> transact(String doing, List<TransactWriteItem> writes) {
    return translated(
        doing,
        Uni.createFrom()
            .completionStage(() -> client.transactWriteItems(write -> write.transactItems(writes)))
            .replaceWith(true)
            .onFailure(Transactions::isCancelled)
            .recoverWithItem(false));
  }

  /** Puts rows too large to share a transaction, which may have 4 MB. */
  Uni<Void> writeLarge(String doing, String table, List<RowWrite> writes) {
    return translated(doing, batches.write(table, writes));
  }

  /** Emits every row that {@code request} finds, page by page. */
  Multi<Map<String, AttributeValue>> query(String doing, QueryRequest request) {
    return translated(doing, () -> client.queryPaginator(request).items());
  }

  /** Emits every row of this tenant in {@code table}, in no order, page by page. */
  Multi<Map<String, AttributeValue>> scan(String doing, String table) {
    return scan(doing, table, "");
  }

  /** Emits this tenant's rows whose partition starts with {@code start}. */
  Multi<Map<String, AttributeValue>> scan(String doing, String table, String start) {
    ScanRequest request =
        ScanRequest.builder()
            .tableName(table)
            .limit(ROWS_A_PAGE)
            .consistentRead(true)
            .filterExpression("begins_with(#partition, :start)")
            .expressionAttributeNames(Map.of("#partition", DynamoKeys.PARTITION))
            .expressionAttributeValues(Map.of(":start", fromS(keys.prefix() + start)))
            .build();
    return translated(doing, () -> client.scanPaginator(request).items());
  }

  private static <T> Uni<T> translated(String doing, Uni<T> uni) {
    return uni.onFailure().transform(failure -> failed(doing, failure));
  }

  private static <T> Multi<T> translated(String doing, Supplier<Publisher<T>> items) {
    Flow.Publisher<T> flow = AdaptersToFlow.publisher(items.get());
    return Multi.createFrom().publisher(flow).onFailure().transform(f -> failed(doing, f));
  }

  private static Throwable failed(String doing, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new StoreException(doing + " in DynamoDB", cause == null ? failure : cause);
  }
}
