package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.lorecast.store.FloatCodec;
import io.lorecast.store.WeightStore;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A {@link WeightStore} of one row. */
public final class DynamoWeightStore implements WeightStore {

  private static final String NAME = "blend";
  private static final String REVISION = "revision";
  private static final String VALUES = "values";
  private static final String RELATIONS = "relations";

  private final Dynamo dynamo;
  private final String table;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoWeightStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.weights();
  }

  @Override
  public Uni<Optional<StoredWeights>> current() {
    Map<String, AttributeValue> key = Map.of(DynamoKeys.PARTITION, dynamo.keys().partition(NAME));
    return dynamo
        .get("reading the weights", table, key)
        .map(row -> row.map(DynamoWeightStore::weights));
  }

  private static StoredWeights weights(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "the weights",
        attributes,
        row ->
            new StoredWeights(
                row.integer(REVISION), FloatCodec.decode(row.bytes(VALUES)), relations(row)));
  }

  /** Weights that were stored before relations had any have no such attribute. */
  private static Map<String, Float> relations(Row row) {
    Map<String, Float> relations = new HashMap<>();
    if (row.has(RELATIONS)) {
      row.map(RELATIONS)
          .forEach((name, weight) -> relations.put(name, Float.parseFloat(weight.n())));
    }
    return relations;
  }

  private static AttributeValue relations(StoredWeights weights) {
    Map<String, AttributeValue> relations = new HashMap<>();
    weights.relations().forEach((name, weight) -> relations.put(name, fromN(weight.toString())));
    return fromM(relations);
  }

  @Override
  public Uni<Boolean> save(StoredWeights weights) {
    Map<String, AttributeValue> row =
        Map.of(
            DynamoKeys.PARTITION,
            dynamo.keys().partition(NAME),
            REVISION,
            fromN(Long.toString(weights.revision())),
            VALUES,
            fromB(SdkBytes.fromByteArray(FloatCodec.encode(weights.values()))),
            RELATIONS,
            relations(weights));
    return ConditionalWrites.putNext(
        dynamo, "saving the weights", table, row, REVISION, weights.revision() - 1);
  }
}
