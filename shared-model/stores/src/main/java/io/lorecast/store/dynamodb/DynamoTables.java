package io.lorecast.store.dynamodb;

import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The tables: their names, and their definitions for where nobody else creates them.
 *
 * @param prefix what each name starts with
 */
public record DynamoTables(String prefix) {

  /** The kinds of vectors that have a table each. */
  static final List<String> KINDS = List.of("content", "views", "labels");

  /** Partition: item. */
  public String items() {
    return prefix + "items";
  }

  /** Partition: user. Sort: feedback id. */
  public String feedback() {
    return prefix + "feedback";
  }

  /**
   * Partition: the end that an edge is kept with. Sort: direction, relation and other end; page.
   */
  public String edges() {
    return prefix + "edges";
  }

  /** Partition: the end that an edge is not kept with. Sort: direction, relation and other end. */
  public String edgesAway() {
    return prefix + "edges-away";
  }

  /** Partition: entity. */
  public String entities() {
    return prefix + "entities";
  }

  /** Partition: edge or moment. Sort: the edge, or a moment and the edge whose it is. */
  public String timedEdges() {
    return prefix + "timed-edges";
  }

  /** Partition: change id. Which changes of the graph have been applied. */
  public String changes() {
    return prefix + "changes";
  }

  /** Partition: version, or the pointer to the current one. Sort: part. */
  public String models() {
    return prefix + "models";
  }

  /** Partition: the head, or a round. Sort: part. The rows of the sequence term. */
  public String sequence() {
    return prefix + "sequence";
  }

  /** Partition: one name. The blend weights. */
  public String weights() {
    return prefix + "weights";
  }

  /** Partition: item, answer or day. What a language model has said and cost; parts expire. */
  public String knowledge() {
    return prefix + "knowledge";
  }

  /** Partition: space and key of the vector. */
  public String vectors(String kind) {
    return prefix + "vectors-" + kind;
  }

  /** Creates the tables that do not exist yet, one after the other. */
  public Uni<Void> create(DynamoDbAsyncClient client) {
    return Multi.createFrom()
        .iterable(definitions())
        .onItem()
        .transformToUniAndConcatenate(definition -> create(client, definition))
        .collect()
        .last()
        .chain(() -> Expiry.enable(client, knowledge()))
        .onFailure()
        .transform(cause -> new StoreException("creating the tables of DynamoDB", cause));
  }

  private static Uni<Void> create(DynamoDbAsyncClient client, CreateTableRequest definition) {
    return Uni.createFrom()
        .completionStage(() -> client.createTable(definition))
        .replaceWithVoid()
        .onFailure(DynamoTables::isThere)
        .recoverWithNull()
        .chain(
            () ->
                Uni.createFrom()
                    .completionStage(
                        () ->
                            client
                                .waiter()
                                .waitUntilTableExists(
                                    table -> table.tableName(definition.tableName()))))
        .replaceWithVoid();
  }

  private static boolean isThere(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ResourceInUseException;
  }

  private List<CreateTableRequest> definitions() {
    List<CreateTableRequest> definitions = new ArrayList<>();
    Stream.concat(
            Stream.of(items(), entities(), changes(), weights(), knowledge()),
            KINDS.stream().map(this::vectors))
        .forEach(name -> definitions.add(byPartition(name, table -> table)));
    Stream.of(feedback(), timedEdges(), edges(), edgesAway())
        .forEach(name -> definitions.add(bySort(name, ScalarAttributeType.S)));
    Stream.of(models(), sequence())
        .forEach(name -> definitions.add(bySort(name, ScalarAttributeType.N)));
    return definitions;
  }

  private static CreateTableRequest byPartition(
      String name, UnaryOperator<CreateTableRequest.Builder> more) {
    return more.apply(
            CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(DynamoKeys.PARTITION, KeyType.HASH))
                .attributeDefinitions(attribute(DynamoKeys.PARTITION, ScalarAttributeType.S)))
        .build();
  }

  private static CreateTableRequest bySort(String name, ScalarAttributeType sort) {
    return byPartition(
        name,
        table ->
            table
                .keySchema(
                    key(DynamoKeys.PARTITION, KeyType.HASH), key(DynamoKeys.SORT, KeyType.RANGE))
                .attributeDefinitions(
                    attribute(DynamoKeys.PARTITION, ScalarAttributeType.S),
                    attribute(DynamoKeys.SORT, sort)));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }
}
