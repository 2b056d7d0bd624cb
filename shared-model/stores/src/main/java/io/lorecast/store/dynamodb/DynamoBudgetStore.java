package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.lorecast.store.BudgetStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A {@link BudgetStore} of a row for each day, which expires. */
public final class DynamoBudgetStore implements BudgetStore {

  /** How many days a day is kept, for whoever wants to know what was spent. */
  private static final int KEPT = 90;

  private final Dynamo dynamo;
  private final String table;
  private final KnowledgeRows rows;

  /** Creates the store of the tenant of {@code dynamo}. */
  public DynamoBudgetStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.knowledge();
    this.rows = new KnowledgeRows(dynamo.keys());
  }

  @Override
  public Uni<Boolean> reserve(LocalDate day, Spending most, long tokens) {
    if (most.calls() < 1 || tokens > most.tokens()) {
      return Uni.createFrom().item(false);
    }
    Instant expires = day.plusDays(KEPT).atStartOfDay(ZoneOffset.UTC).toInstant();
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(rows.day(day))
            .updateExpression("ADD #calls :one, #tokens :tokens SET #expires = :expires")
            .conditionExpression(
                "attribute_not_exists(#calls) OR (#calls < :calls AND #tokens <= :room)")
            .expressionAttributeNames(
                Map.of(
                    "#calls", KnowledgeRows.CALLS,
                    "#tokens", KnowledgeRows.TOKENS,
                    "#expires", Expiry.ATTRIBUTE))
            .expressionAttributeValues(
                Map.of(
                    ":one", number(1),
                    ":tokens", number(tokens),
                    ":calls", number(most.calls()),
                    ":room", number(most.tokens() - tokens),
                    ":expires", Expiry.at(expires)))
            .build();
    return ConditionalWrites.held(
        dynamo.send(
            "reserving a call of the language model", client -> client.updateItem(request)));
  }

  @Override
  public Uni<Void> release(LocalDate day, long tokens) {
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(rows.day(day))
            .updateExpression("ADD #tokens :unused")
            .conditionExpression("attribute_exists(#tokens)")
            .expressionAttributeNames(Map.of("#tokens", KnowledgeRows.TOKENS))
            .expressionAttributeValues(Map.of(":unused", number(-tokens)))
            .build();
    return ConditionalWrites.held(
            dynamo.send("giving tokens back", client -> client.updateItem(request)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Spending> spent(LocalDate day) {
    return dynamo
        .get("reading what was spent", table, rows.day(day))
        .map(found -> found.map(DynamoBudgetStore::spending).orElseGet(() -> new Spending(0, 0)));
  }

  private static Spending spending(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "what was spent",
        attributes,
        row -> new Spending(row.integer(KnowledgeRows.CALLS), row.integer(KnowledgeRows.TOKENS)));
  }

  private static AttributeValue number(long value) {
    return fromN(Long.toString(value));
  }
}
