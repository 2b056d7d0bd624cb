package io.lorecast.predicate;

import java.util.regex.Pattern;

/** Reads the numbers that stand in values. */
public final class Numbers {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

  private Numbers() {}

  /**
   * Returns the finite number that {@code value} is, in decimal notation with a point, or NaN if it
   * is none.
   */
  public static double of(String value) {
    if (!NUMBER.matcher(value).matches()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(value);
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** Returns the first number among the values of the fact {@code name}, or NaN. */
  public static double first(Facts facts, String name) {
    for (String value : facts.values(name)) {
      double number = of(value);
      if (!Double.isNaN(number)) {
        return number;
      }
    }
    return Double.NaN;
  }
}
