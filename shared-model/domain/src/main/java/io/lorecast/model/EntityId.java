package io.lorecast.model;

import java.util.Optional;

/**
 * A node of the knowledge graph, {@code type:name}, for example {@code person:Agnès Varda}. Items
 * are entities too, of type {@code item}.
 *
 * @param value a type of letters, digits, {@code _} and {@code -}, a colon, and a name; at most 205
 *     characters, so that every item has an entity, no control characters
 */
public record EntityId(String value) {

  private static final String ITEM = "item";
  private static final String ITEM_START = ITEM + ":";
  private static final int MAX_LENGTH = ITEM_START.length() + Identifiers.MAX_LENGTH;

  public EntityId {
    Identifiers.require("entityId", value, MAX_LENGTH);
    int colon = value.indexOf(':');
    if (colon < 1 || !isType(value, colon) || !isName(value, colon + 1)) {
      throw new InvalidEventException("entityId", "must be type:name, was " + value);
    }
  }

  /** Returns the entity that stands for {@code item} in the graph. */
  public static EntityId of(ItemId item) {
    return new EntityId(ITEM_START + item.value());
  }

  /** Returns the entity {@code type:name}. */
  public static EntityId of(String type, String name) {
    return new EntityId(type + ":" + name);
  }

  /** Returns the item this entity stands for, or empty if it is no item. */
  public Optional<ItemId> item() {
    return isItem() ? Optional.of(new ItemId(name())) : Optional.empty();
  }

  /** Returns whether this entity stands for an item. */
  public boolean isItem() {
    return value.startsWith(ITEM_START);
  }

  /** Returns what stands before the first colon. */
  public String type() {
    return value.substring(0, value.indexOf(':'));
  }

  /** Returns what stands after the first colon: the label of an entity that was given none. */
  public String name() {
    return value.substring(value.indexOf(':') + 1);
  }

  private static boolean isType(String value, int end) {
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** The value ends without white space already, so a name of white space cannot come here. */
  private static boolean isName(String value, int start) {
    return start < value.length() && !Character.isWhitespace(value.charAt(start));
  }

  @Override
  public String toString() {
    return value;
  }
}
