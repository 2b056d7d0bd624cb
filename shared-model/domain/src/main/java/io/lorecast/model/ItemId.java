package io.lorecast.model;

import org.jspecify.annotations.Nullable;

/**
 * An item of the catalogue. Not a record, for its hash lies beside it: a ranking looks up some
 * thousand items, and most of that is waiting for the hash of a string elsewhere in memory.
 */
public final class ItemId {

  private final String value;
  private final int hash;

  /**
   * Creates an id.
   *
   * @param value 1 to 200 characters, no control characters, no white space at either end
   */
  public ItemId(String value) {
    Identifiers.require("itemId", value);
    this.value = value;
    this.hash = value.hashCode();
  }

  /** Returns the id as it is written. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ItemId that && hash == that.hash && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return value;
  }
}
