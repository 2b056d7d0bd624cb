package io.lorecast.store;

import io.lorecast.graph.Reach;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.RefreshQueue.Extent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Computes anew the vectors around touched nodes and saves them: at once where few depend on them,
 * else by way of the {@link RefreshQueue}, which {@link RefreshDrain} works off.
 *
 * <p>One refresh is under way at a time, and reads only after the changes that asked for it are
 * stored; what arrives meanwhile is refreshed together, next. So however changes overlap, the last
 * refresh of a vector has seen the last change around it. The trips to the stores are ten at most
 * for a text encoder, whatever the number of nodes.
 *
 * <p>Thread-safe.
 */
public final class NeighbourRefresh {

  /** At most so many touched nodes get their own vectors at once where the rest is queued. */
  private static final int FEW_NODES = 64;

  /**
   * What came of touching some nodes.
   *
   * @param reach what was computed anew and saved
   * @param queued the nodes around which it will be
   */
  public record Refreshed(Reach reach, Set<EntityId> queued) {
    public Refreshed {
      queued = Set.copyOf(queued);
    }
  }

  /** Some nodes to refresh. */
  private record Wish(Set<EntityId> nodes, Kind kind) {}

  private enum Kind {
    /** They were touched: whatever depends on them. */
    TOUCHED,
    /** Their own vectors, of which readers hear. */
    OWN,
    /** Their own vectors, all of which readers will read. */
    OWN_UNTOLD
  }

  private final int fanOut;
  private final NeighbourVectors vectors;
  private final GraphStore graph;
  private final ChangeFeed feed;
  private final RefreshQueue queue;
  private final GroupCommit<Wish, Refreshed> refreshes;
  private final AtomicLong queuedChanges = new AtomicLong();

  /** Creates a refresh of the vectors of {@code sources}, which queues in {@code queue}. */
  public NeighbourRefresh(
      NeighbourSettings settings, NeighbourSources sources, RefreshQueue queue) {
    this.fanOut = settings.fanOut();
    this.vectors = new NeighbourVectors(settings, sources);
    this.graph = sources.graph();
    this.feed = sources.feed();
    this.queue = queue;
    this.refreshes = new GroupCommit<>(settings.changesARefresh(), this::refresh);
  }

  /**
   * Refreshes what touching {@code nodes} reaches, or queues it, and emits which of the two once
   * that is saved and announced. The nodes themselves are announced in either case.
   */
  public Uni<Refreshed> around(Set<EntityId> nodes) {
    return refreshes.submit(new Wish(nodes, Kind.TOUCHED));
  }

  /** Returns how many changes have been queued so far. */
  long queuedChanges() {
    return queuedChanges.get();
  }

  /** Computes the vectors of {@code nodes} themselves. */
  Uni<Refreshed> own(Set<EntityId> nodes) {
    return refreshes.submit(new Wish(nodes, Kind.OWN));
  }

  /** Computes the vectors of {@code nodes} themselves, and announces nothing. */
  Uni<Refreshed> untold(Set<EntityId> nodes) {
    return refreshes.submit(new Wish(nodes, Kind.OWN_UNTOLD));
  }

  private Uni<List<Refreshed>> refresh(List<Wish> group) {
    return graph
        .degrees(nodes(group, Kind.TOUCHED))
        .chain(degrees -> refresh(group.stream().map(wish -> plan(wish, degrees)).toList(), group));
  }

  /** What is to be done about a wish. */
  private record Plan(Set<EntityId> around, Set<EntityId> own, Set<EntityId> queued) {}

  private Plan plan(Wish wish, Map<EntityId, Long> degrees) {
    Set<EntityId> none = Set.of();
    if (wish.kind() != Kind.TOUCHED) {
      return new Plan(none, wish.nodes(), none);
    }
    long edges = wish.nodes().stream().mapToLong(node -> degrees.getOrDefault(node, 0L)).sum();
    if (edges <= fanOut) {
      return new Plan(wish.nodes(), none, none);
    }
    queuedChanges.incrementAndGet();
    return new Plan(none, wish.nodes().size() <= FEW_NODES ? wish.nodes() : none, wish.nodes());
  }

  private Uni<List<Refreshed>> refresh(List<Plan> plans, List<Wish> group) {
    Set<EntityId> around = new HashSet<>();
    Set<EntityId> own = new HashSet<>();
    Set<EntityId> queued = new HashSet<>();
    for (Plan plan : plans) {
      around.addAll(plan.around());
      own.addAll(plan.own());
      queued.addAll(plan.queued());
    }
    return vectors
        .read(around, fanOut, own)
        .chain(
            touched -> {
              List<Reach> reaches = plans.stream().map(plan -> reach(plan, touched)).toList();
              return vectors
                  .refresh(Reach.all(reaches), touched)
                  .call(() -> queue.add(queued, Extent.AROUND))
                  .call(silent -> announce(told(group, reaches, silent)))
                  .replaceWith(answers(plans, reaches));
            });
  }

  /** A change of nothing must not look like one to readers. */
  private Uni<Void> announce(Set<ItemId> items) {
    return items.isEmpty() ? Uni.createFrom().voidItem() : feed.announce(items);
  }

  private static Reach reach(Plan plan, ReadGraph read) {
    return plan.around().isEmpty()
        ? Reach.own(plan.own())
        : Reach.around(plan.around(), read.edges());
  }

  private static List<Refreshed> answers(List<Plan> plans, List<Reach> reaches) {
    List<Refreshed> answers = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      answers.add(new Refreshed(reaches.get(i), plans.get(i).queued()));
    }
    return answers;
  }

  /**
   * Of the items around, readers need hear only of those that say nothing themselves: of others
   * they read what these say, and not what their neighbours do.
   */
  private static Set<ItemId> told(List<Wish> group, List<Reach> reaches, Set<ItemId> silent) {
    Set<ItemId> told = new HashSet<>();
    for (int i = 0; i < reaches.size(); i++) {
      if (group.get(i).kind() != Kind.OWN_UNTOLD) {
        Set<ItemId> unheard = new TreeSet<>(reaches.get(i).items());
        unheard.retainAll(silent);
        told.addAll(unheard);
      }
    }
    nodes(group, Kind.TOUCHED).forEach(node -> node.item().ifPresent(told::add));
    return told;
  }

  private static Set<EntityId> nodes(List<Wish> group, Kind kind) {
    return group.stream()
        .filter(wish -> wish.kind() == kind)
        .flatMap(wish -> wish.nodes().stream())
        .collect(Collectors.toSet());
  }
}
