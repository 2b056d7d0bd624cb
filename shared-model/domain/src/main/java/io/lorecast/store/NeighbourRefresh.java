package io.lorecast.store;

import io.lorecast.graph.Reach;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes anew the vectors around touched nodes and saves them.
 *
 * <p>One refresh is under way at a time, and reads only after the changes that asked for it are
 * stored; what arrives meanwhile is refreshed together, next. So however changes overlap, the last
 * refresh of a vector has seen the last change around it. The trips to the stores are five,
 * whatever the number of nodes.
 *
 * <p>Thread-safe.
 */
public final class NeighbourRefresh {

  /**
   * Some nodes to refresh.
   *
   * @param alone whether their own vectors are all that is asked for, not those around them
   */
  private record Wish(Set<EntityId> nodes, boolean alone) {}

  private final int fanOut;
  private final NeighbourVectors vectors;
  private final ChangeFeed feed;
  private final GroupCommit<Wish, Reach> refreshes;

  /** Creates a refresh of {@code vectors}, which announces to {@code feed} what it refreshed. */
  public NeighbourRefresh(
      NeighbourSettings settings,
      GraphStore graph,
      VectorStores vectors,
      ModelStore models,
      ChangeFeed feed) {
    this.fanOut = settings.fanOut();
    this.vectors = new NeighbourVectors(settings, graph, vectors, models);
    this.feed = feed;
    this.refreshes = new GroupCommit<>(settings.changesARefresh(), this::refresh);
  }

  /** Refreshes what touching {@code nodes} reaches, and emits it when it is saved and announced. */
  public Uni<Reach> around(Set<EntityId> nodes) {
    return refreshes.submit(new Wish(nodes, false));
  }

  /** Computes the vectors of {@code nodes} themselves, and announces nothing. */
  Uni<Reach> alone(Set<EntityId> nodes) {
    return refreshes.submit(new Wish(nodes, true));
  }

  private Uni<List<Reach>> refresh(List<Wish> group) {
    Set<EntityId> nodes =
        group.stream().flatMap(wish -> wish.nodes().stream()).collect(Collectors.toSet());
    return vectors
        .read(nodes)
        .chain(
            touched -> {
              List<Reach> reaches = group.stream().map(wish -> reach(wish, touched)).toList();
              return vectors
                  .refresh(Reach.all(reaches), touched)
                  .chain(() -> feed.announce(announced(group, reaches)))
                  .replaceWith(reaches);
            });
  }

  private Reach reach(Wish wish, NeighbourVectors.Read touched) {
    return wish.alone()
        ? Reach.of(wish.nodes(), Map.of(), Map.of(), 0)
        : Reach.of(wish.nodes(), touched.edges(), touched.degrees(), fanOut);
  }

  private static Set<ItemId> announced(List<Wish> group, List<Reach> reaches) {
    Set<ItemId> items = new HashSet<>();
    for (int i = 0; i < reaches.size(); i++) {
      if (!group.get(i).alone()) {
        items.addAll(reaches.get(i).items());
      }
    }
    return items;
  }
}
