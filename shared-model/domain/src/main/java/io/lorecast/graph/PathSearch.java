package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The paths of one to three edges from some nodes to another, the shortest first, then the
 * strongest:
 *
 * <pre>
 *   strength(path) = least weight of its edges * least idf of its inner nodes
 * </pre>
 *
 * <p>A path is as telling as its most common node, and no edge of it is walked twice. Edges are
 * walked in either direction. Searched from both ends, so that its cost is the number of edges
 * known, not their cube. Pure.
 */
public final class PathSearch {

  private static final Comparator<Path> ORDER =
      Comparator.comparingInt((Path path) -> path.edges().size())
          .thenComparing(Comparator.comparingDouble(Path::strength).reversed())
          .thenComparing(path -> path.nodes().toString())
          .thenComparing(path -> path.edges().stream().map(Edge::relation).toList().toString());

  private final Map<EntityId, List<Edge>> around;
  private final ToDoubleFunction<EntityId> frequency;

  /**
   * Creates a search.
   *
   * @param around the edges known, by node: of the nodes to start from, of the goal, and of those
   *     around the goal through which paths of three edges may lead
   * @param frequency the idf of a node, above 0
   */
  public PathSearch(Map<EntityId, List<Edge>> around, ToDoubleFunction<EntityId> frequency) {
    this.around = around;
    this.frequency = frequency;
  }

  /**
   * A way through the graph.
   *
   * @param nodes in the order of the walk, one more than edges, none twice
   * @param edges as they stand in the graph
   * @param strength above 0
   */
  public record Path(List<EntityId> nodes, List<Edge> edges, double strength) {
    public Path {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /** Returns at most {@code limit} paths from one of {@code starts} to {@code goal}. */
  public List<Path> find(Collection<EntityId> starts, EntityId goal, int limit) {
    List<Path> found = new ArrayList<>();
    Map<EntityId, List<Edge>> nearGoal = byOtherEnd(goal);
    Map<EntityId, List<Path>> fromStarts = new LinkedHashMap<>();
    for (EntityId start : new HashSet<>(starts)) {
      for (Edge first : edges(start)) {
        EntityId next = first.opposite(start);
        Path step = path(List.of(start, next), List.of(first));
        if (next.equals(goal)) {
          found.add(step);
        } else {
          fromStarts.computeIfAbsent(next, node -> new ArrayList<>()).add(step);
        }
      }
    }
    Set<EntityId> ends = new HashSet<>(starts);
    ends.add(goal);
    nearGoal.forEach(
        (middle, last) -> {
          if (!ends.contains(middle)) {
            fromStarts.getOrDefault(middle, List.of()).forEach(s -> extend(s, goal, last, found));
            twoInner(middle, ends, fromStarts).forEach(longer -> extend(longer, goal, last, found));
          }
        });
    return found.stream().sorted(ORDER).limit(limit).toList();
  }

  /** Returns the paths of two edges from a start by way of one more node to {@code middle}. */
  private List<Path> twoInner(
      EntityId middle, Set<EntityId> ends, Map<EntityId, List<Path>> fromStarts) {
    List<Path> longer = new ArrayList<>();
    for (Edge edge : edges(middle)) {
      EntityId before = edge.opposite(middle);
      if (!ends.contains(before)) {
        fromStarts
            .getOrDefault(before, List.of())
            .forEach(step -> extend(step, middle, List.of(edge), longer));
      }
    }
    return longer;
  }

  private void extend(Path path, EntityId to, List<Edge> by, List<Path> target) {
    for (Edge edge : by) {
      List<EntityId> nodes = new ArrayList<>(path.nodes());
      nodes.add(to);
      List<Edge> edges = new ArrayList<>(path.edges());
      edges.add(edge);
      target.add(path(nodes, edges));
    }
  }

  private Path path(List<EntityId> nodes, List<Edge> edges) {
    double weight = edges.stream().mapToDouble(Edge::weight).min().orElseThrow();
    double idf =
        nodes.subList(1, nodes.size() - 1).stream()
            .mapToDouble(frequency)
            .min()
            .orElseGet(() -> frequency.applyAsDouble(nodes.getLast()));
    return new Path(nodes, edges, weight * idf);
  }

  private Map<EntityId, List<Edge>> byOtherEnd(EntityId node) {
    return edges(node).stream()
        .collect(
            Collectors.groupingBy(
                edge -> edge.opposite(node), LinkedHashMap::new, Collectors.toList()));
  }

  private List<Edge> edges(EntityId node) {
    return around.getOrDefault(node, List.of());
  }
}
