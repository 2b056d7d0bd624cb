package io.lorecast.model;

/**
 * A user, as the sender names them; never logged with anything they did.
 *
 * @param value 1 to 200 characters, no control characters, no white space at either end
 */
public record UserId(String value) {
  public UserId {
    Identifiers.require("userId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
