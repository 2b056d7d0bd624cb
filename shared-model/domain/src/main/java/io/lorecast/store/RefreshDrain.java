package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.RefreshQueue.Extent;
import io.lorecast.store.RefreshQueue.Task;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Works off the {@link RefreshQueue}, a page at a time; between two pages other refreshes have
 * their turn, so that a hub never holds up a change elsewhere.
 *
 * <p>A hub's own vector is computed first, then the items around it are queued, each once however
 * many hubs it stands between, then refreshed. A task leaves the queue when it is done, unless it
 * was asked for again meanwhile: what breaks off is done by the next run.
 *
 * <p>While changes keep coming that must be queued, a page waits a little: an import touches the
 * same hubs with every event, and whatever is worked off too early is worked off again. Small
 * changes, refreshed before they are answered, hold up nothing.
 */
public final class RefreshDrain {

  /** Tasks a page: some tens of milliseconds, which is as long as a change may have to wait. */
  private static final int PAGE = 256;

  /** Of all nodes of a page at once, most of which have fewer. */
  private static final int EDGES_AT_FIRST = 256;

  private static final int EDGES_A_PAGE = 1_000;

  private final GraphStore graph;
  private final RefreshQueue queue;
  private final NeighbourRefresh refresh;
  private final Duration pause;
  private final GroupCommit<Boolean, Long> runs;

  /**
   * Creates a drain of {@code queue}.
   *
   * @param pause before a page where a change has been queued since the last one; zero for none
   */
  public RefreshDrain(
      GraphStore graph, RefreshQueue queue, NeighbourRefresh refresh, Duration pause) {
    this.graph = graph;
    this.queue = queue;
    this.refresh = refresh;
    this.pause = pause;
    this.runs =
        new GroupCommit<>(
            Integer.MAX_VALUE,
            group -> drain().map(done -> Collections.nCopies(group.size(), done)));
  }

  /**
   * Works until the queue is empty; emits how many tasks were done. One run is under way at a time,
   * and who asks meanwhile shares the next.
   */
  public Uni<Long> run() {
    return runs.submit(true);
  }

  private Uni<Long> drain() {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicLong::new,
            seen -> whenQuiet(seen).chain(() -> queue.oldest(PAGE)).call(this::work))
        .until(List::isEmpty)
        .collect()
        .with(Collectors.summingLong(List::size));
  }

  private Uni<Void> whenQuiet(AtomicLong seen) {
    long changes = refresh.queuedChanges();
    boolean quiet = seen.getAndSet(changes) == changes || pause.isZero();
    Uni<Void> now = Uni.createFrom().voidItem();
    return quiet ? now : now.onItem().delayIt().by(pause);
  }

  private Uni<Void> work(List<Task> tasks) {
    Set<EntityId> hubs = nodes(tasks, Extent.AROUND);
    Set<EntityId> own = nodes(tasks, Extent.OWN);
    own.addAll(hubs);
    return refresh
        .own(own)
        .chain(() -> hubs.isEmpty() ? Uni.createFrom().voidItem() : spread(hubs))
        .chain(() -> queue.done(tasks));
  }

  /** Queues the items around {@code hubs}. */
  private Uni<Void> spread(Set<EntityId> hubs) {
    return graph
        .around(hubs, EDGES_AT_FIRST)
        .call(
            around -> {
              Set<EntityId> items = new HashSet<>();
              around.forEach((hub, edges) -> items.addAll(items(hub, edges)));
              return queue.add(items, Extent.OWN);
            })
        .chain(
            around ->
                Multi.createFrom()
                    .iterable(around.entrySet())
                    .filter(entry -> entry.getValue().size() == EDGES_AT_FIRST)
                    .onItem()
                    .transformToUniAndConcatenate(
                        entry -> spread(entry.getKey(), lastOf(entry.getValue())))
                    .collect()
                    .last());
  }

  /** Queues the items around {@code hub} that come after an edge, page by page. */
  private Uni<Void> spread(EntityId hub, Optional<EdgeKey> after) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new AtomicReference<>(after),
            last ->
                graph
                    .page(hub, last.get(), EDGES_A_PAGE)
                    .invoke(edges -> last.set(lastOf(edges)))
                    .call(edges -> queue.add(items(hub, edges), Extent.OWN)))
        .whilst(edges -> edges.size() == EDGES_A_PAGE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Optional<EdgeKey> lastOf(List<Edge> edges) {
    return edges.isEmpty() ? Optional.empty() : Optional.of(EdgeKey.of(edges.getLast()));
  }

  private static Set<EntityId> items(EntityId hub, Collection<Edge> edges) {
    return edges.stream()
        .map(edge -> edge.opposite(hub))
        .filter(EntityId::isItem)
        .collect(Collectors.toSet());
  }

  private static Set<EntityId> nodes(List<Task> tasks, Extent extent) {
    Set<EntityId> nodes = new HashSet<>();
    tasks.stream().filter(t -> t.extent() == extent).forEach(task -> nodes.add(task.node()));
    return nodes;
  }
}
