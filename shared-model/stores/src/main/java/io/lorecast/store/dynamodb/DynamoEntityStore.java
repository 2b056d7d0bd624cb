package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.store.EntityStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An {@link EntityStore} of one row for each entity. */
public final class DynamoEntityStore implements EntityStore {

  private static final String ID = "entity";
  private static final String LABEL = "label";
  private static final String TYPE = "type";
  private static final String ALIASES = "aliases";
  private static final String MERGED_INTO = "mergedInto";

  private final Dynamo dynamo;
  private final DynamoTables tables;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoEntityStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Uni<Map<EntityId, Entity>> findAll(Collection<EntityId> ids) {
    return dynamo
        .getAll("reading entities", tables.entities(), ids.stream().map(this::key).toList())
        .map(
            rows -> {
              Map<EntityId, Entity> found = new LinkedHashMap<>();
              rows.stream().map(DynamoEntityStore::entity).forEach(e -> found.put(e.id(), e));
              return found;
            });
  }

  @Override
  public Uni<Void> saveAll(Collection<Entity> entities) {
    return dynamo.write(
        "saving entities",
        tables.entities(),
        entities.stream().map(entity -> RowWrite.put(key(entity.id()), row(entity))).toList());
  }

  @Override
  public Multi<Entity> all() {
    return dynamo.scan("reading all entities", tables.entities()).map(DynamoEntityStore::entity);
  }

  private Map<String, AttributeValue> key(EntityId id) {
    return Map.of(DynamoKeys.PARTITION, dynamo.keys().partition(id.value()));
  }

  private Map<String, AttributeValue> row(Entity entity) {
    Map<String, AttributeValue> row = new HashMap<>(key(entity.id()));
    row.put(ID, fromS(entity.id().value()));
    row.put(LABEL, fromS(entity.label()));
    row.put(TYPE, fromS(entity.type()));
    row.put(ALIASES, fromL(entity.aliases().stream().map(AttributeValue::fromS).toList()));
    entity.mergedInto().ifPresent(into -> row.put(MERGED_INTO, fromS(into.value())));
    return row;
  }

  private static Entity entity(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "an entity",
        attributes,
        row ->
            new Entity(
                new EntityId(row.text(ID)),
                row.text(LABEL),
                row.text(TYPE),
                row.texts(ALIASES),
                row.has(MERGED_INTO)
                    ? Optional.of(new EntityId(row.text(MERGED_INTO)))
                    : Optional.empty()));
  }
}
