package io.lorecast.data;

/**
 * What one line of a file says.
 *
 * @param <T> the event record it stands for
 */
public sealed interface Line<T> {

  /** Returns its number in the unpacked file, from 1; a header line counts. */
  long number();

  /** A line that could be read. */
  record Accepted<T>(long number, T value) implements Line<T> {}

  /**
   * A line that could not be read.
   *
   * @param field the field or column at fault
   * @param problem what was expected and what came
   */
  record Rejected<T>(long number, String field, String problem) implements Line<T> {}
}
