package io.lorecast.predicate;

/** How two numbers may stand to each other. */
public enum Comparison {
  EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL;

  /** Returns whether {@code left} stands so to {@code right}; never if one is not a number. */
  public boolean holds(double left, double right) {
    return switch (this) {
      case EQUAL -> left == right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
    };
  }

  /** Returns the comparison that holds for the two numbers in the other order. */
  public Comparison mirrored() {
    return switch (this) {
      case EQUAL -> EQUAL;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }
}
