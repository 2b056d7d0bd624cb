package io.lorecast.graph;

import io.lorecast.graph.GraphPath.Step;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Finds what connects items somebody knows with another item: an edge between them, or an entity
 * they share.
 *
 * <pre>
 *   strength(edge)                 = weight * idf(degree 1)
 *   strength(item - entity - item) = smaller of the two weights * idf(entity)
 * </pre>
 *
 * <p>So an edge of full weight comes first, and "same director" comes before "same country". Pure;
 * O(edges of the known items + edges of the other item).
 */
public final class GraphPaths {

  private final InverseFrequency frequency;

  /** Creates a finder that ranks by {@code frequency}. */
  public GraphPaths(InverseFrequency frequency) {
    this.frequency = frequency;
  }

  /**
   * Returns the paths from one of {@code known} to {@code other}, the strongest first, and of
   * equally strong ones those of one relation, then those from the item that is known first. Of
   * several through the same entity from the same item, only the first is kept.
   *
   * @param known the items to start from, in the order of preference
   * @param edges the edges of an item, in any order; none for an unknown one
   * @param degree how many edges an entity has
   */
  public List<GraphPath> between(
      List<ItemId> known,
      ItemId other,
      Function<ItemId, ? extends Collection<Edge>> edges,
      ToLongFunction<EntityId> degree) {
    Map<EntityId, List<Edge>> ends =
        edges.apply(other).stream()
            .collect(Collectors.groupingBy(edge -> edge.opposite(EntityId.of(other))));
    List<GraphPath> paths = new ArrayList<>();
    for (ItemId from : new LinkedHashSet<>(known)) {
      if (!from.equals(other)) {
        edges.apply(from).forEach(edge -> paths.addAll(along(edge, from, other, ends, degree)));
      }
    }
    paths.sort(order(known));
    Set<List<Object>> met = new HashSet<>();
    return paths.stream().filter(path -> met.add(List.of(path.from(), middle(path)))).toList();
  }

  private List<GraphPath> along(
      Edge first,
      ItemId from,
      ItemId other,
      Map<EntityId, List<Edge>> ends,
      ToLongFunction<EntityId> degree) {
    EntityId start = EntityId.of(from);
    EntityId goal = EntityId.of(other);
    EntityId middle = first.opposite(start);
    Step out = new Step(start, first.relation(), middle);
    if (middle.equals(goal)) {
      return List.of(new GraphPath(from, other, List.of(out), first.weight() * frequency.of(1)));
    }
    double says = frequency.of(degree.applyAsLong(middle));
    return ends.getOrDefault(middle, List.of()).stream()
        .map(
            last ->
                new GraphPath(
                    from,
                    other,
                    List.of(out, new Step(middle, last.relation(), goal)),
                    Math.min(first.weight(), last.weight()) * says))
        .toList();
  }

  private static EntityId middle(GraphPath path) {
    return path.steps().getFirst().to();
  }

  private static Comparator<GraphPath> order(List<ItemId> known) {
    return Comparator.comparingDouble(GraphPath::strength)
        .reversed()
        .thenComparing(path -> !path.isOneRelation())
        .thenComparingInt(path -> known.indexOf(path.from()))
        .thenComparing(path -> middle(path).value())
        .thenComparing(path -> path.steps().getFirst().relation())
        .thenComparing(path -> path.steps().getLast().relation());
  }
}
