package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an item's attributes as edges of the knowledge graph: the value {@code Agnès Varda} of the
 * attribute {@code director} is the edge {@code item:<id> -director-> person:Agnès Varda}.
 *
 * <p>The relation is the attribute's name. The entity's type is the attribute's name too, unless
 * the types given say otherwise, so that a person who writes and directs is one entity. Pure.
 */
public final class AttributeEdges {

  /** The types of the attributes that name people. */
  public static final Map<String, String> PEOPLE =
      Map.of(
          "director", "person",
          "actor", "person",
          "writer", "person",
          "author", "person",
          "composer", "person",
          "artist", "person");

  private static final Pattern NOT_IN_A_TYPE = Pattern.compile("[^\\p{L}\\p{Nd}_-]");

  private final Map<String, String> types;

  /**
   * Creates a reader.
   *
   * @param types entity type by attribute name, for attributes whose type is not their name
   */
  public AttributeEdges(Map<String, String> types) {
    this.types = Map.copyOf(types);
  }

  /** Returns the edges that the attributes of {@code item} say, each once, by name, then value. */
  public List<Edge> of(Item item) {
    Set<Edge> edges = new LinkedHashSet<>();
    new TreeMap<>(item.attributes())
        .forEach(
            (attribute, values) ->
                values.stream()
                    .sorted()
                    .forEach(value -> edge(item, attribute, value).ifPresent(edges::add)));
    return List.copyOf(edges);
  }

  /**
   * Returns what must change for the stored edges to say what the attributes of an item say. An
   * edge that the owner of the graph asserted stays theirs: it is neither added again nor removed.
   *
   * @param item the item's entity
   * @param said {@link #of} the item, or what became of it where entities were merged
   * @param stored the edges around the item, of any source
   */
  public static EdgeDifference difference(
      EntityId item, Collection<Edge> said, Collection<Edge> stored) {
    Map<String, Edge> known = new LinkedHashMap<>();
    stored.stream()
        .filter(edge -> edge.head().equals(item))
        .forEach(edge -> known.put(key(edge), edge));
    Map<String, Edge> wanted = new LinkedHashMap<>();
    said.forEach(edge -> wanted.put(key(edge), edge));
    return new EdgeDifference(
        wanted.values().stream().filter(edge -> !stands(known.get(key(edge)), edge)).toList(),
        known.values().stream()
            .filter(edge -> edge.source() == Edge.Source.ATTRIBUTES)
            .filter(edge -> !wanted.containsKey(key(edge)))
            .toList());
  }

  /**
   * Returns what must change when {@code item} has left: every edge around it goes, but for those
   * that speak of other items, in their attributes or texts, which are theirs to take back.
   *
   * @param stored the edges around the item, of any source
   */
  public static EdgeDifference withdrawal(ItemId item, Collection<Edge> stored) {
    EntityId gone = EntityId.of(item);
    return new EdgeDifference(
        List.of(),
        stored.stream()
            .filter(edge -> edge.source() == Edge.Source.GRAPH || edge.head().equals(gone))
            .toList());
  }

  private Optional<Edge> edge(Item item, String attribute, String value) {
    String relation = attribute.strip();
    String type = types.getOrDefault(relation, NOT_IN_A_TYPE.matcher(relation).replaceAll("-"));
    try {
      EntityId tail = EntityId.of(type, value.strip());
      return Optional.of(
          new Edge(EntityId.of(item.id()), relation, tail, 1f, Edge.Source.ATTRIBUTES));
    } catch (InvalidEventException notAnEntity) {
      // A blank or very long text is a fact one can filter by, but it names nothing in the graph.
      return Optional.empty();
    }
  }

  private static boolean stands(@Nullable Edge known, Edge wanted) {
    return known != null && !wanted.source().isAbove(known.source());
  }

  /** A relation has no control characters, so the two parts cannot run into each other. */
  private static String key(Edge edge) {
    return edge.relation() + '\t' + edge.tail().value();
  }
}
