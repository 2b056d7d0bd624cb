package io.lorecast.bindings;

/**
 * One thing that is wrong with an event.
 *
 * @param field where, as a path the sender can follow, for example {@code data.added[0].tail}
 * @param problem what was expected and what came, for example {@code must be at least 1, was 0}
 */
record Violation(String field, String problem) {

  @Override
  public String toString() {
    return field + " " + problem;
  }
}
