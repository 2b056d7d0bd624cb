package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what connects items somebody likes with another item: an edge between them, or an entity
 * they share.
 *
 * <pre>
 *   strength(edge)                 = weight * idf(the other item)
 *   strength(item - entity - item) = smaller of the two weights * idf(entity)
 * </pre>
 *
 * <p>So "same director" comes before "same country". Pure; O(edges of the liked items + edges of
 * the other item), and of both there are only so many: a profile and an item hold no more.
 */
final class GraphPaths {

  private static final Comparator<GraphPath> STRENGTH =
      Comparator.comparingDouble(GraphPath::strength)
          .reversed()
          .thenComparing(path -> !path.isOneRelation());

  private static final Comparator<GraphPath> ORDER =
      STRENGTH
          .thenComparing(path -> path.steps().getFirst().to().value())
          .thenComparing(path -> path.steps().getFirst().relation())
          .thenComparing(path -> path.steps().getLast().relation());

  private final ToDoubleFunction<EntityId> frequency;

  /**
   * Creates a finder.
   *
   * @param frequency the idf of an entity, above 0
   */
  GraphPaths(ToDoubleFunction<EntityId> frequency) {
    this.frequency = frequency;
  }

  /**
   * Returns the strongest path from one of {@code liked} to {@code other}, or empty if there is
   * none. Of equally strong ones it is one of a single relation, then one from the item that stands
   * first in {@code liked}.
   */
  Optional<GraphPath> strongest(List<CatalogueItem> liked, CatalogueItem other) {
    EntityId goal = EntityId.of(other.id());
    Map<EntityId, List<CatalogueItem.Link>> ends =
        other.links().stream().collect(Collectors.groupingBy(CatalogueItem.Link::entity));
    // The first of equals wins, so the order of the liked items need not be part of the order.
    return liked.stream()
        .filter(from -> !from.id().equals(other.id()))
        .flatMap(
            from ->
                from.links().stream()
                    .flatMap(link -> along(link, from, goal, ends))
                    .min(ORDER)
                    .stream())
        .min(STRENGTH);
  }

  private Stream<GraphPath> along(
      CatalogueItem.Link first,
      CatalogueItem from,
      EntityId goal,
      Map<EntityId, List<CatalogueItem.Link>> ends) {
    EntityId middle = first.entity();
    List<CatalogueItem.Link> lasts = ends.getOrDefault(middle, List.of());
    if (lasts.isEmpty() && !middle.equals(goal)) {
      return Stream.empty();
    }
    GraphPath.Step out = new GraphPath.Step(EntityId.of(from.id()), first.relation(), middle);
    if (middle.equals(goal)) {
      return Stream.of(
          new GraphPath(from, List.of(out), first.weight() * frequency.applyAsDouble(goal)));
    }
    return lasts.stream()
        .map(
            last ->
                new GraphPath(
                    from,
                    List.of(out, new GraphPath.Step(middle, last.relation(), goal)),
                    Math.min(first.weight(), last.weight()) * frequency.applyAsDouble(middle)));
  }
}
