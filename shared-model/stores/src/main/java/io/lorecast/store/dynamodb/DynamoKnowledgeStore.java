package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.fact.ItemFacts;
import io.lorecast.model.ItemId;
import io.lorecast.store.KnowledgeStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A {@link KnowledgeStore} of a row for each item and each answer; the latter expire. */
public final class DynamoKnowledgeStore implements KnowledgeStore {

  private final Dynamo dynamo;
  private final String table;
  private final KnowledgeRows rows;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoKnowledgeStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.knowledge();
    this.rows = new KnowledgeRows(dynamo.keys());
  }

  @Override
  public Uni<Optional<ItemFacts>> facts(ItemId item) {
    return dynamo
        .get("reading what was said of an item", table, rows.item(item))
        .map(found -> found.map(row -> KnowledgeRows.facts(item, row)));
  }

  @Override
  public Uni<Boolean> save(ItemFacts facts) {
    return ConditionalWrites.putNext(
        dynamo,
        "saving what was said of an item",
        table,
        rows.row(facts),
        KnowledgeRows.REVISION,
        facts.revision() - 1);
  }

  @Override
  public Uni<Optional<String>> answer(String question, Instant now) {
    return dynamo
        .get("reading an answer", table, rows.answer(question))
        .map(
            found ->
                found.flatMap(
                    attributes -> Row.decode("an answer", attributes, row -> answer(row, now))));
  }

  /** DynamoDB deletes what has expired within days, so until then it is left out here. */
  private static Optional<String> answer(Row row, Instant now) {
    return row.integer(Expiry.ATTRIBUTE) > now.getEpochSecond()
        ? Optional.of(row.text(KnowledgeRows.ANSWER))
        : Optional.empty();
  }

  @Override
  public Uni<Void> remember(String question, String answer, Instant until) {
    Map<String, AttributeValue> row = new HashMap<>(rows.answer(question));
    row.put(KnowledgeRows.ANSWER, fromS(answer));
    row.put(Expiry.ATTRIBUTE, Expiry.at(until));
    return dynamo
        .send(
            "remembering an answer",
            client -> client.putItem(put -> put.tableName(table).item(row)))
        .replaceWithVoid();
  }
}
