package io.lorecast.ranking;

import io.lorecast.encoding.ImageSafety;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.predicate.Facts;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What ranking needs to know of an item besides its vectors.
 *
 * @param attributes facts by name, for predicates
 * @param links what it is joined to in the knowledge graph
 */
public record CatalogueItem(
    ItemId id,
    String name,
    boolean available,
    Map<String, List<String>> attributes,
    List<Link> links)
    implements Facts {

  /** The fact that names an item. */
  public static final String ID = "item.id";

  /** The fact that is what users see. */
  public static final String NAME = "item.name";

  /** The fact that is {@code true} or {@code false}. */
  public static final String AVAILABLE = "item.available";

  /** The fact that is the place among {@link ImageSafety#LEVELS}, 0 for what offends nobody. */
  public static final String SAFETY = "item.safety";

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

  /** Returns the values of an attribute, or what is known of every item: {@link #ID} and others. */
  @Override
  public List<String> values(String fact) {
    return switch (fact) {
      case ID -> List.of(id.value());
      case NAME -> List.of(name);
      case AVAILABLE -> List.of(Boolean.toString(available));
      case SAFETY ->
          attributes.getOrDefault(ImageSafety.ATTRIBUTE, List.of()).stream()
              .map(ImageSafety.LEVELS::indexOf)
              .filter(level -> level >= 0)
              .map(String::valueOf)
              .toList();
      default -> attributes.getOrDefault(fact, List.of());
    };
  }

  /** Returns the entities that the item is joined to. */
  public List<EntityId> entities() {
    return links.stream().map(Link::entity).toList();
  }
}
