package io.lorecast.model;

/** The one rule every identifier obeys, whatever it names. */
final class Identifiers {

  static final int MAX_LENGTH = 200;

  private Identifiers() {}

  /**
   * Returns {@code value} if it can be an identifier: 1 to 200 characters, none of them a control
   * character, no white space at either end. So ids can stand in keys, logs and tab-separated files
   * as they are.
   *
   * @throws InvalidEventException otherwise, naming {@code field}
   */
  static String require(String field, String value) {
    return require(field, value, MAX_LENGTH);
  }

  /** The same with another greatest length. */
  static String require(String field, String value, int most) {
    if (value.isEmpty() || value.length() > most) {
      throw new InvalidEventException(
          field, "must have 1 to " + most + " characters, had " + value.length());
    }
    if (hasControlCharacter(value) || !value.equals(value.strip())) {
      throw new InvalidEventException(
          field, "must have no control characters and no white space at its ends");
    }
    return value;
  }

  /** A loop, not a stream: ids are made by the thousand for one answer. */
  private static boolean hasControlCharacter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
