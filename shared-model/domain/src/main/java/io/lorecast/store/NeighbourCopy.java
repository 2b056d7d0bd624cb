package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entity and neighbour vectors. They follow from edges and contents, so no record of them is
 * kept: writing one costs more than computing it. Entities first, since neighbours are made of
 * them.
 *
 * <p>Memory is bounded by the names of the entities.
 */
public record NeighbourCopy(ItemStore items, GraphStore graph, NeighbourRefresh refresh)
    implements HotCopy {

  private static final int PAGE = 500;

  @Override
  public String name() {
    return "vectors of entities and neighbours";
  }

  @Override
  public Uni<Long> restore() {
    Multi<EntityId> entities =
        graph.all().onItem().transformToIterable(NeighbourCopy::entities).select().distinct();
    return restore(entities)
        .chain(
            first ->
                restore(items.all().map(Item::id).map(EntityId::of)).map(second -> first + second));
  }

  private static List<EntityId> entities(Edge edge) {
    return Stream.of(edge.head(), edge.tail()).filter(end -> !end.isItem()).toList();
  }

  private Uni<Long> restore(Multi<EntityId> nodes) {
    return nodes
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(
            page -> refresh.untold(Set.copyOf(page)).replaceWith(page.size()))
        .collect()
        .with(Collectors.summingLong(Integer::longValue));
  }
}
