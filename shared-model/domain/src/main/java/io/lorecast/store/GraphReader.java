package io.lorecast.store;

import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.PathSearch;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers questions about the graph from what stands in it now. What is read is bounded, whatever
 * hubs are in the way.
 */
public final class GraphReader {

  /** At most how many edges of a node are looked at. */
  private static final int EDGES_A_NODE = 200;

  /** Through how many nodes around the goal, the rarest, paths of three edges may lead. */
  private static final int NODES_BETWEEN = 32;

  private final GraphStore graph;
  private final InverseFrequency frequency;

  /**
   * Creates a reader.
   *
   * @param frequency what tells rare nodes from hubs
   */
  public GraphReader(GraphStore graph, InverseFrequency frequency) {
    this.graph = graph;
    this.frequency = frequency;
  }

  /**
   * Emits the edges within {@code hops} of {@code centre}, the nearest first, at most {@code
   * limit}.
   *
   * @param hops how far, at least 1
   */
  public Uni<List<Edge>> within(EntityId centre, int hops, int limit) {
    return spread(Set.of(centre), new HashSet<>(Set.of(centre)), new LinkedHashMap<>(), hops, limit)
        .map(found -> found.values().stream().limit(limit).toList());
  }

  private Uni<Map<EdgeKey, Edge>> spread(
      Set<EntityId> frontier, Set<EntityId> seen, Map<EdgeKey, Edge> found, int hops, int limit) {
    if (hops == 0 || frontier.isEmpty() || found.size() >= limit) {
      return Uni.createFrom().item(found);
    }
    return graph
        .around(frontier, Math.min(limit, EDGES_A_NODE))
        .chain(
            around -> {
              Set<EntityId> next = new HashSet<>();
              around.values().stream()
                  .flatMap(List::stream)
                  .filter(edge -> !found.containsKey(EdgeKey.of(edge)))
                  .distinct()
                  .sorted(Comparator.comparing(EdgeKey::of))
                  .limit(limit - (long) found.size())
                  .forEach(
                      edge -> {
                        found.put(EdgeKey.of(edge), edge);
                        Stream.of(edge.head(), edge.tail()).filter(seen::add).forEach(next::add);
                      });
              return spread(next, seen, found, hops - 1, limit);
            });
  }

  /** Emits the best paths from one of {@code starts} to {@code goal}, at most {@code limit}. */
  public Uni<List<PathSearch.Path>> paths(Collection<EntityId> starts, EntityId goal, int limit) {
    Set<EntityId> ends = new HashSet<>(starts);
    ends.add(goal);
    return graph
        .around(ends, EDGES_A_NODE)
        .chain(
            near ->
                graph
                    .degrees(nodes(near))
                    .chain(degrees -> paths(starts, goal, limit, near, degrees)));
  }

  private Uni<List<PathSearch.Path>> paths(
      Collection<EntityId> starts,
      EntityId goal,
      int limit,
      Map<EntityId, List<Edge>> near,
      Map<EntityId, Long> degrees) {
    List<EntityId> between =
        near.getOrDefault(goal, List.of()).stream()
            .map(edge -> edge.opposite(goal))
            .distinct()
            .filter(node -> !near.containsKey(node))
            .sorted(
                Comparator.comparingLong((EntityId node) -> degrees.getOrDefault(node, 0L))
                    .thenComparing(EntityId::value))
            .limit(NODES_BETWEEN)
            .toList();
    return graph
        .around(between, EDGES_A_NODE)
        .map(
            more -> {
              Map<EntityId, List<Edge>> all = new HashMap<>(near);
              all.putAll(more);
              return new PathSearch(all, node -> frequency.of(degrees.getOrDefault(node, 1L)))
                  .find(starts, goal, limit);
            });
  }

  private static Set<EntityId> nodes(Map<EntityId, List<Edge>> around) {
    return around.values().stream()
        .flatMap(List::stream)
        .flatMap(edge -> Stream.of(edge.head(), edge.tail()))
        .collect(Collectors.toSet());
  }
}
