package io.lorecast.importer;

import java.io.PrintWriter;
import java.util.List;

/** What an import did, as a table. */
final class Summary {

  private static final String ROW = "%-9s %11s %11s %11s %11s %11s %9s %9s%n";
  private static final double NANOS = 1e9;

  private Summary() {}

  /**
   * One section's line.
   *
   * @param earlier how far an earlier import was
   * @param done how far it is now
   * @param nanos how long this import took for it, in nanoseconds
   */
  record Row(String section, Progress earlier, Progress done, long nanos) {

    private void print(PrintWriter out) {
      double seconds = nanos / NANOS;
      long now = done.lines() - earlier.lines();
      out.printf(
          ROW,
          section,
          count(earlier.lines()),
          count(now),
          count(done.sent() - earlier.sent()),
          count(done.duplicates() - earlier.duplicates()),
          count(done.rejected() - earlier.rejected()),
          "%,.1f".formatted(seconds),
          "%,.0f".formatted(seconds == 0 ? 0 : now / seconds));
    }
  }

  static void print(PrintWriter out, List<Row> rows) {
    out.printf(ROW, "", "earlier", "read", "sent", "duplicates", "rejected", "seconds", "per s");
    rows.forEach(row -> row.print(out));
    out.flush();
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }
}
