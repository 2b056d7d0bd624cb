package io.lorecast.model;

/**
 * An item of the catalogue.
 *
 * @param value 1 to 200 characters, no control characters, no white space at either end
 */
public record ItemId(String value) {
  public ItemId {
    Identifiers.require("itemId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
