package io.lorecast.store;

import io.lorecast.graph.EdgeDifference;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.TimedEdge;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Applies a {@link GraphUpdate}: first what is known of entities, so that merged names lead where
 * they should, then all edges in one change. What breaks off in between is completed by the next
 * delivery.
 *
 * <p>A merge moves the edges that are there when it is read. An edge that another process writes at
 * that very moment may stay behind, until the merge is sent again under another id.
 */
public final class GraphWriter {

  private static final int DUE_AT_ONCE = 500;

  private final GraphStore graph;
  private final EntityWriter entities;
  private final EntityResolver resolver;
  private final TimedEdgeStore times;
  private final Supplier<String> changeIds;

  /**
   * Creates a writer.
   *
   * @param changeIds gives a new id each time, for the changes that time itself makes
   */
  public GraphWriter(
      GraphStore graph, EntityStore entities, TimedEdgeStore times, Supplier<String> changeIds) {
    this.graph = graph;
    this.entities = new EntityWriter(graph, entities);
    this.resolver = new EntityResolver(entities);
    this.times = times;
    this.changeIds = changeIds;
  }

  /** What is to be written: the edges that stand from now on or no more, and those with times. */
  private record Written(EdgeDifference edges, List<TimedEdge> timed) {}

  /**
   * Applies {@code update}, once; emits the nodes that it touches, also if it was applied before.
   */
  public Uni<Set<EntityId>> apply(GraphUpdate update, Instant now) {
    return entities
        .save(update)
        .chain(() -> written(update, now))
        .call(written -> schedule(written, now))
        .call(written -> change(update.changeId(), written.edges()))
        .map(
            written -> {
              Set<EntityId> touched = new HashSet<>(written.edges().nodes());
              touched.addAll(update.entities());
              return touched;
            });
  }

  /**
   * Lets edges begin and cease to stand whose moment has come, some hundred at most; emits the
   * nodes that this touches.
   */
  public Uni<Set<EntityId>> follow(Instant now) {
    return times
        .due(now, DUE_AT_ONCE)
        .chain(
            due ->
                resolver
                    .resolvedTimes(due)
                    .map(resolved -> split(resolved, now))
                    .call(change -> change(changeIds.get(), change))
                    .call(() -> due.isEmpty() ? nothing() : times.settle(due, now))
                    .map(EdgeDifference::nodes));
  }

  private Uni<Void> schedule(Written written, Instant now) {
    List<Edge> touched =
        Stream.concat(written.edges().added().stream(), written.edges().removed().stream())
            .toList();
    return times
        .cancel(touched)
        .chain(() -> written.timed().isEmpty() ? nothing() : times.schedule(written.timed(), now));
  }

  private Uni<Void> change(String changeId, EdgeDifference change) {
    return change.isEmpty()
        ? nothing()
        : graph.change(changeId, change.added(), change.removed()).replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static EdgeDifference split(List<TimedEdge> timed, Instant now) {
    return new EdgeDifference(
        timed.stream().filter(edge -> edge.standsAt(now)).map(TimedEdge::edge).toList(),
        timed.stream().filter(edge -> !edge.standsAt(now)).map(TimedEdge::edge).toList());
  }

  private Uni<Written> written(GraphUpdate update, Instant now) {
    return Uni.combine()
        .all()
        .unis(
            resolver.resolved(update.added()),
            resolver.resolvedTimes(update.timed()),
            resolver.resolved(update.removed()),
            entities.moves(update))
        .with(
            (added, timed, removed, moves) ->
                new Written(difference(added, split(timed, now), removed, moves), timed));
  }

  private static EdgeDifference difference(
      List<Edge> added, EdgeDifference timed, List<Edge> removed, List<EdgeDifference> moves) {
    List<Edge> gone = new ArrayList<>(removed);
    gone.addAll(timed.removed());
    List<Edge> come = new ArrayList<>(added);
    come.addAll(timed.added());
    // What the update itself removes does not come back because it moved.
    Set<EdgeKey> removedNow = keys(gone);
    removedNow.removeAll(keys(come));
    List<Edge> allAdded = new ArrayList<>();
    List<Edge> allRemoved = new ArrayList<>();
    moves.forEach(
        move -> {
          allAdded.addAll(move.added());
          allRemoved.addAll(move.removed());
        });
    allAdded.removeIf(edge -> removedNow.contains(EdgeKey.of(edge)));
    allAdded.addAll(come);
    allRemoved.addAll(gone);
    return new EdgeDifference(allAdded, allRemoved);
  }

  private static Set<EdgeKey> keys(Collection<Edge> edges) {
    Set<EdgeKey> keys = new HashSet<>();
    edges.forEach(edge -> keys.add(EdgeKey.of(edge)));
    return keys;
  }
}
