package io.lorecast.store.dynamodb;

import static java.util.Comparator.comparing;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Context;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.FeedbackLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A {@link FeedbackLog} of one row for each interaction, those of a user in one partition. */
public final class DynamoFeedbackLog implements FeedbackLog {

  private static final Comparator<Interaction> ORDER =
      comparing(Interaction::at).thenComparing(Interaction::feedbackId);
  private static final String USER = "user";
  private static final String ITEM = "item";
  private static final String KIND = "kind";
  private static final String VALUE = "value";
  private static final String AT = "at";
  private static final String CONTEXT = "context";

  /** Between the values of a context, none of which contains it. */
  private static final String COMMA = ",";

  private final Dynamo dynamo;
  private final String table;

  /** Creates the log of the tenant of {@code dynamo}. */
  public DynamoFeedbackLog(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.table = tables.feedback();
  }

  @Override
  public Uni<Void> append(List<Interaction> interactions) {
    return dynamo.write(
        "appending to the feedback log",
        table,
        interactions.stream().map(one -> RowWrite.put(key(one), row(one))).toList());
  }

  private Map<String, AttributeValue> key(Interaction interaction) {
    return Map.of(
        DynamoKeys.PARTITION, dynamo.keys().partition(interaction.user().value()),
        DynamoKeys.SORT, fromS(interaction.feedbackId()));
  }

  private Map<String, AttributeValue> row(Interaction interaction) {
    Map<String, AttributeValue> row = new HashMap<>(key(interaction));
    row.put(USER, fromS(interaction.user().value()));
    row.put(ITEM, fromS(interaction.item().value()));
    row.put(KIND, fromS(interaction.kind().wireName()));
    row.put(AT, fromN(Long.toString(interaction.at().toEpochMilli())));
    if (interaction.value() != null) {
      row.put(VALUE, fromN(interaction.value().toString()));
    }
    if (!interaction.context().equals(Context.NONE)) {
      row.put(CONTEXT, fromS(String.join(COMMA, interaction.context().values())));
    }
    return row;
  }

  private static Interaction interaction(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "an interaction",
        attributes,
        row ->
            new Interaction(
                row.text(DynamoKeys.SORT),
                new UserId(row.text(USER)),
                new ItemId(row.text(ITEM)),
                InteractionKind.of(row.text(KIND)),
                row.has(VALUE) ? row.number(VALUE) : null,
                Instant.ofEpochMilli(row.integer(AT)),
                row.has(CONTEXT)
                    ? new Context(List.of(row.text(CONTEXT).split(COMMA, -1)))
                    : Context.NONE));
  }

  @Override
  public Uni<List<Interaction>> ofUser(UserId user) {
    return rows(user)
        .map(DynamoFeedbackLog::interaction)
        .collect()
        .asList()
        .map(all -> all.stream().sorted(ORDER).toList());
  }

  private Multi<Map<String, AttributeValue>> rows(UserId user) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("#partition = :user")
            .expressionAttributeNames(Map.of("#partition", DynamoKeys.PARTITION))
            .expressionAttributeValues(Map.of(":user", dynamo.keys().partition(user.value())))
            .build();
    return dynamo.query("reading the feedback log of a user", request);
  }

  @Override
  public Multi<Interaction> all() {
    return dynamo.scan("reading the feedback log", table).map(DynamoFeedbackLog::interaction);
  }

  @Override
  public Uni<Long> removeUser(UserId user) {
    return ofUser(user)
        .call(
            all ->
                dynamo.write(
                    "removing a user from the feedback log",
                    table,
                    all.stream().map(one -> RowWrite.delete(key(one))).toList()))
        .map(all -> (long) all.size());
  }
}
