package io.lorecast.store.dynamodb;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphChange;
import io.lorecast.store.GroupCommit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The edges with the end that each is kept with. What of a node changes at the same time changes
 * one after the other: in a process by sharing one commit, between processes because a page is
 * written only if it is as it was read, or else all is read again.
 */
final class EdgeHomes {

  private static final int CHANGES_A_COMMIT = 16;
  private static final int TRANSACTIONS_AT_ONCE = 4;

  private final Dynamo dynamo;
  private final String table;
  private final EdgeRows rows;
  private final GroupCommit<GraphChange, Standing.Edges> commits =
      new GroupCommit<>(CHANGES_A_COMMIT, changes -> commit(changes, 1));

  EdgeHomes(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.rows = new EdgeRows(dynamo.keys());
  }

  /** Applies {@code change}; emits what stands afterwards under each key that it touches. */
  Uni<Standing.Edges> change(GraphChange change) {
    return commits.submit(change);
  }

  private Uni<List<Standing.Edges>> commit(List<GraphChange> changes, int attempt) {
    List<Set<EdgeKey>> touched = changes.stream().map(GraphChange::touched).toList();
    return read(touched.stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .map(standing -> EdgeCommit.of(table, rows, standing, standing.after(changes)))
        .chain(
            commit ->
                write(commit)
                    .chain(
                        done ->
                            done
                                ? Uni.createFrom()
                                    .item(touched.stream().map(commit::outcome).toList())
                                : Batches.later(attempt)
                                    .chain(() -> commit(changes, attempt + 1))));
  }

  /** Emits whether everything was written; some may be, also if not. */
  private Uni<Boolean> write(EdgeCommit commit) {
    return Multi.createFrom()
        .iterable(commit.transactions())
        .onItem()
        .transformToUni(this::inTurn)
        .merge(TRANSACTIONS_AT_ONCE)
        .collect()
        .with(Collectors.reducing(true, Boolean::logicalAnd));
  }

  private Uni<Boolean> inTurn(List<List<TransactWriteItem>> transactions) {
    Uni<Boolean> done = Uni.createFrom().item(true);
    for (List<TransactWriteItem> writes : transactions) {
      done =
          done.chain(
              before ->
                  before
                      ? dynamo.transact("changing edges", writes)
                      : Uni.createFrom().item(false));
    }
    return done;
  }

  /** Emits what stands under {@code keys}. */
  Uni<Standing.Edges> standing(Collection<EdgeKey> keys) {
    return read(keys).map(standing -> standing.edges(keys));
  }

  /** Emits what stands now under the keys of {@code seen}, empty if it is the same. */
  Uni<Optional<Standing.Edges>> changed(Standing.Edges seen) {
    return versions(seen.versions().keySet())
        .chain(
            versions ->
                versions.equals(seen.versions())
                    ? Uni.createFrom().item(Optional.empty())
                    : standing(seen.edges().keySet())
                        .map(now -> Optional.of(now).filter(n -> !n.edges().equals(seen.edges()))));
  }

  private Uni<Standing> read(Collection<EdgeKey> keys) {
    return pages(keys.stream().map(EdgeRows::home).collect(Collectors.toSet()))
        .chain(
            pages ->
                beyond(keys, new Standing(pages, Map.of()))
                    .map(beyond -> new Standing(pages, beyond)));
  }

  private Uni<Map<EdgeKey, Edge>> beyond(Collection<EdgeKey> keys, Standing inPages) {
    List<EdgeKey> unknown =
        keys.stream()
            .filter(key -> inPages.page(EdgeRows.home(key)).overflows())
            .filter(key -> inPages.edge(key).isEmpty())
            .toList();
    return dynamo
        .getAll(
            "reading edges",
            table,
            unknown.stream().map(key -> rows.key(key, EdgeRows.home(key))).toList())
        .map(
            found -> {
              Map<EdgeKey, Edge> beyond = new HashMap<>();
              found.forEach(
                  row -> rows.edges(row).forEach(edge -> beyond.put(EdgeKey.of(edge), edge)));
              return beyond;
            });
  }

  /** Emits the pages of {@code nodes}; nodes without are left out. */
  Uni<Map<EntityId, EdgePage>> pages(Collection<EntityId> nodes) {
    return dynamo
        .getAll("reading edges", table, nodes.stream().map(rows::pageKey).toList())
        .map(
            found -> {
              Map<EntityId, EdgePage> pages = new HashMap<>();
              found.stream().map(rows::page).forEach(page -> pages.put(page.node(), page));
              return pages;
            });
  }

  /** Emits the version of the page of each of {@code nodes}, 0 where there is none. */
  private Uni<Map<EntityId, Long>> versions(Collection<EntityId> nodes) {
    return dynamo
        .getAll(
            "reading versions of edges",
            table,
            nodes.stream().map(rows::pageKey).toList(),
            EdgeRows.VERSION)
        .map(
            found -> {
              Map<EntityId, Long> versions = new HashMap<>();
              nodes.forEach(node -> versions.put(node, 0L));
              found.forEach(row -> versions.put(rows.node(row), EdgeRows.version(row)));
              return versions;
            });
  }

  /** Emits every edge, in no order. */
  Multi<Edge> all() {
    return dynamo.scan("reading all edges", table).onItem().transformToIterable(rows::edges);
  }
}
