package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The writes that let edges stand with their homes, or not: of each node that changes its page, on
 * the condition that it is as it was read, and the rows beyond it.
 */
final class EdgeCommit {

  /** What DynamoDB takes in a transaction. */
  private static final int WRITES = 100;

  private final String table;
  private final EdgeRows rows;
  private final Standing standing;
  private final Map<EdgeKey, Optional<Edge>> outcome;
  private final Map<EntityId, Long> versions = new HashMap<>();

  /** By node, what must be written together, and in which order: mostly one page alone. */
  private final List<List<List<TransactWriteItem>>> steps = new ArrayList<>();

  private EdgeCommit(
      String table, EdgeRows rows, Standing standing, Map<EdgeKey, Optional<Edge>> outcome) {
    this.table = table;
    this.rows = rows;
    this.standing = standing;
    this.outcome = outcome;
  }

  /**
   * Returns what must be written.
   *
   * @param standing what stands under each key that was touched
   * @param outcome what is to stand there
   */
  static EdgeCommit of(
      String table, EdgeRows rows, Standing standing, Map<EdgeKey, Optional<Edge>> outcome) {
    Map<EntityId, List<EdgeKey>> changed = new HashMap<>();
    outcome.forEach(
        (key, edge) -> {
          if (!edge.equals(standing.edge(key))) {
            changed.computeIfAbsent(EdgeRows.home(key), node -> new ArrayList<>()).add(key);
          }
        });
    EdgeCommit commit = new EdgeCommit(table, rows, standing, outcome);
    changed.forEach((node, keys) -> commit.add(standing.page(node), keys));
    return commit;
  }

  /** Returns what stands under {@code keys}, of those that were touched, once this is written. */
  Standing.Edges outcome(Collection<EdgeKey> keys) {
    Map<EdgeKey, Optional<Edge>> edges = new HashMap<>();
    Map<EntityId, Long> after = new HashMap<>();
    for (EdgeKey key : keys) {
      edges.put(key, outcome.getOrDefault(key, Optional.empty()));
      EntityId home = EdgeRows.home(key);
      after.put(home, versions.getOrDefault(home, standing.page(home).version()));
    }
    return new Standing.Edges(edges, after);
  }

  private void add(EdgePage page, List<EdgeKey> keys) {
    EdgePage.Draft draft = new EdgePage.Draft(page);
    List<TransactWriteItem> beyond = new ArrayList<>();
    for (EdgeKey key : keys) {
      Optional<Edge> edge = outcome.getOrDefault(key, Optional.empty());
      if (!draft.set(key, edge, standing.isBeyond(key))) {
        beyond.add(
            edge.map(now -> put(rows.row(now, page.node())))
                .orElseGet(() -> delete(rows.key(key, page.node()))));
      }
    }
    List<List<TransactWriteItem>> of = new ArrayList<>();
    int start = 0;
    do {
      int end = Math.min(beyond.size(), start + WRITES - 1);
      List<TransactWriteItem> step = new ArrayList<>(beyond.subList(start, end));
      step.add(putIfUnchanged(draft.page(of.size() + 1)));
      of.add(step);
      start = end;
    } while (start < beyond.size());
    steps.add(of);
    versions.put(page.node(), page.version() + of.size());
  }

  /** Returns the transactions, those of one list one after the other, the rest in any order. */
  List<List<List<TransactWriteItem>>> transactions() {
    List<List<List<TransactWriteItem>>> transactions = new ArrayList<>();
    List<TransactWriteItem> shared = new ArrayList<>();
    for (List<List<TransactWriteItem>> of : steps) {
      if (of.size() > 1) {
        transactions.add(of);
        continue;
      }
      if (shared.size() + of.getFirst().size() > WRITES) {
        transactions.add(List.of(shared));
        shared = new ArrayList<>();
      }
      shared.addAll(of.getFirst());
    }
    if (!shared.isEmpty()) {
      transactions.add(List.of(shared));
    }
    return transactions;
  }

  private TransactWriteItem putIfUnchanged(EdgePage page) {
    Map<String, AttributeValue> row = rows.row(page);
    boolean isFirst = page.version() == 1;
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(row)
                    .conditionExpression(
                        isFirst ? "attribute_not_exists(#version)" : "#version = :before")
                    .expressionAttributeNames(Map.of("#version", EdgeRows.VERSION))
                    .expressionAttributeValues(
                        isFirst
                            ? null
                            : Map.of(":before", fromN(Long.toString(page.version() - 1)))))
        .build();
  }

  private TransactWriteItem put(Map<String, AttributeValue> row) {
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(row)).build();
  }

  private TransactWriteItem delete(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(key)).build();
  }
}
