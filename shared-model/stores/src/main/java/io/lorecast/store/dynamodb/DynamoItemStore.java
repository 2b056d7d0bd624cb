package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ItemStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** An {@link ItemStore} of one row for each item. */
public final class DynamoItemStore implements ItemStore {

  private final Dynamo dynamo;
  private final String table;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoItemStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.items();
  }

  private Map<String, AttributeValue> key(ItemId id) {
    return Map.of(DynamoKeys.PARTITION, dynamo.keys().partition(id.value()));
  }

  @Override
  public Uni<Optional<Item>> find(ItemId id) {
    return dynamo.get("reading an item", table, key(id)).map(row -> row.map(ItemRows::item));
  }

  @Override
  public Uni<Map<ItemId, Item>> findAll(Collection<ItemId> ids) {
    return dynamo
        .getAll("reading items", table, ids.stream().map(this::key).toList())
        .map(
            rows -> {
              Map<ItemId, Item> found =
                  rows.stream()
                      .map(ItemRows::item)
                      .collect(Collectors.toMap(Item::id, Function.identity()));
              Map<ItemId, Item> ordered = new LinkedHashMap<>();
              ids.forEach(
                  id -> Optional.ofNullable(found.get(id)).ifPresent(i -> ordered.put(id, i)));
              return ordered;
            });
  }

  @Override
  public Uni<Boolean> save(Item item) {
    Map<String, AttributeValue> row = ItemRows.row(item);
    row.putAll(key(item.id()));
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(row)
            .conditionExpression("attribute_not_exists(#partition) OR #version <= :version")
            .expressionAttributeNames(
                Map.of("#partition", DynamoKeys.PARTITION, "#version", ItemRows.VERSION))
            .expressionAttributeValues(Map.of(":version", fromN(Long.toString(item.version()))))
            .build();
    return ConditionalWrites.held(dynamo.send("saving an item", client -> client.putItem(request)));
  }

  @Override
  public Uni<Boolean> remove(ItemId id) {
    return dynamo
        .send(
            "removing an item",
            client ->
                client.deleteItem(
                    delete ->
                        delete.tableName(table).key(key(id)).returnValues(ReturnValue.ALL_OLD)))
        .map(answer -> answer.hasAttributes());
  }

  @Override
  public Multi<Item> all() {
    return dynamo.scan("reading all items", table).map(ItemRows::item);
  }
}
