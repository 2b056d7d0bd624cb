package io.lorecast.importer;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of some lines.
 *
 * @param lines how many there were: sent and rejected ones
 * @param sent how many the receiver took
 * @param duplicates how many of those it had taken before
 * @param rejects those that were not taken
 */
record Outcome(long lines, long sent, long duplicates, List<Reject> rejects) {

  static Outcome rejected(List<Reject> rejects) {
    return new Outcome(rejects.size(), 0, 0, rejects);
  }

  static Outcome taken(long lines, boolean duplicate) {
    return new Outcome(lines, lines, duplicate ? lines : 0, List.of());
  }

  Outcome plus(Outcome other) {
    return new Outcome(
        lines + other.lines,
        sent + other.sent,
        duplicates + other.duplicates,
        Stream.concat(rejects.stream(), other.rejects.stream()).toList());
  }
}
