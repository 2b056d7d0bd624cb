package io.lorecast.importer;

/**
 * A line that was not taken.
 *
 * @param file the name of its file
 * @param line its number, from 1
 * @param field the field at fault
 * @param problem why, as the reader or the receiver said
 */
record Reject(String file, long line, String field, String problem) {

  @Override
  public String toString() {
    return "%s line %d: %s %s".formatted(file, line, field, problem);
  }
}
