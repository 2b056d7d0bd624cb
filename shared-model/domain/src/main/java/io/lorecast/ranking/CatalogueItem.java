package io.lorecast.ranking;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What ranking needs to know of an item besides its vectors.
 *
 * @param attributes facts by name, for filters
 * @param links what it is joined to in the knowledge graph
 */
public record CatalogueItem(
    ItemId id,
    String name,
    boolean available,
    Map<String, List<String>> attributes,
    List<Link> links) {

  /**
   * An edge as seen from the item.
   *
   * @param entity the other end
   * @param weight the edge's, above 0 and at most 1
   */
  public record Link(String relation, EntityId entity, float weight) {}

  public CatalogueItem {
    attributes = Map.copyOf(attributes);
    links = List.copyOf(links);
  }

  /** Returns {@code item} with its {@code edges}, whichever end of them it is. */
  public static CatalogueItem of(Item item, Collection<Edge> edges) {
    EntityId self = EntityId.of(item.id());
    List<Link> links =
        edges.stream().map(e -> new Link(e.relation(), e.opposite(self), e.weight())).toList();
    return new CatalogueItem(item.id(), item.name(), item.available(), item.attributes(), links);
  }

  /** Returns the entities that the item is joined to. */
  public List<EntityId> entities() {
    return links.stream().map(Link::entity).toList();
  }
}
