package io.lorecast.fact;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The relations that a language model may use, and the entities that its words stand for.
 *
 * <p>Ids are made here from names, so a model cannot choose them: a concept is written in lower
 * case, so that it is one entity however it was spelt; a proper name keeps its case and must stand
 * in the text, or the model has made it up. What is more than a name (an address, markup) is none.
 */
public final class Vocabulary {

  private static final String ITEM = "item";
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} '’.,&-]*");

  /** Two letters, a dot and a letter, as in an address of the web; initials have one letter. */
  private static final Pattern ADDRESS = Pattern.compile("\\p{L}{2}\\.\\p{L}");

  private final TreeMap<String, String> types;
  private final Set<String> properNames;

  /**
   * Creates a vocabulary.
   *
   * @param types the entity type of each relation's objects
   * @param properNames the types whose entities have proper names
   * @throws IllegalArgumentException if there is no relation, or one leads to items, or its name or
   *     type is none that an edge can have
   */
  public Vocabulary(Map<String, String> types, Collection<String> properNames) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("relations must name at least one");
    }
    types.forEach(
        (relation, type) -> {
          // Edges and entities say themselves what they cannot be called.
          EntityId longest = EntityId.of(type, "x".repeat(FactLimits.LONGEST_NAME));
          if (Edge.of(EntityId.of(ITEM, "x"), relation, longest).tail().type().equals(ITEM)) {
            throw new IllegalArgumentException(
                "relations." + relation + " must not lead to items, which are the catalogue's");
          }
        });
    this.types = new TreeMap<>(types);
    this.properNames = Set.copyOf(properNames);
  }

  /** Returns the relations, sorted. */
  public SortedSet<String> relations() {
    return types.navigableKeySet();
  }

  /**
   * Returns the entity that {@code object} names as an object of {@code relation}, or empty if it
   * names none.
   *
   * @param nameLength at most how many characters a name may have
   * @param text what the model has read, in which proper names must stand
   */
  Optional<EntityId> entity(String relation, String object, int nameLength, String text) {
    String type = types.get(relation);
    String name = plain(object);
    if (type == null
        || name.length() > nameLength
        || !NAME.matcher(name).matches()
        || ADDRESS.matcher(name).find()) {
      return Optional.empty();
    }
    if (!properNames.contains(type)) {
      return Optional.of(EntityId.of(type, name.toLowerCase(Locale.ROOT)));
    }
    return contains(text, name) ? Optional.of(EntityId.of(type, name)) : Optional.empty();
  }

  private static boolean contains(String text, String name) {
    return plain(text).toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  /** Returns {@code text} in one spelling of its characters, its words parted by single spaces. */
  private static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
  }
}
