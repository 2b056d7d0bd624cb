package io.lorecast.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a node of the knowledge graph besides its edges.
 *
 * @param id names it for ever
 * @param label what people call it, 1 to 200 characters
 * @param type what it is, for example {@code person}; need not be what the id begins with
 * @param aliases what else it is called, each 1 to 200 characters
 * @param mergedInto the entity it turned out to be, which has its edges now; empty if it stands for
 *     itself
 */
public record Entity(
    EntityId id, String label, String type, List<String> aliases, Optional<EntityId> mergedInto) {

  public Entity {
    Identifiers.require("label", label);
    Identifiers.require("type", type);
    aliases = aliases.stream().distinct().toList();
    aliases.forEach(alias -> Identifiers.require("aliases", alias));
    if (mergedInto.filter(id::equals).isPresent()) {
      throw new InvalidEventException("into", "must differ from what is merged, was " + id);
    }
  }

  /** Returns an entity of which nothing is known but its id. */
  public static Entity of(EntityId id) {
    return new Entity(id, id.name(), id.type(), List.of(), Optional.empty());
  }

  /** Returns this entity, merged into {@code other}. */
  public Entity merged(EntityId other) {
    return new Entity(id, label, type, aliases, Optional.of(other));
  }

  /** Returns this entity, standing for itself again. */
  public Entity parted() {
    return new Entity(id, label, type, aliases, Optional.empty());
  }

  /** Returns this entity, which is also called what {@code other} is called. */
  public Entity alsoCalled(Entity other) {
    List<String> names =
        Stream.of(aliases.stream(), Stream.of(other.label()), other.aliases().stream())
            .flatMap(some -> some)
            .filter(name -> !name.equals(label))
            .toList();
    return new Entity(id, label, type, names, mergedInto);
  }
}
