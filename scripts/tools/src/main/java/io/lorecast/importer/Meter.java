package io.lorecast.importer;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how far a section is while it is sent. */
sealed interface Meter extends AutoCloseable permits BarMeter, LineMeter {

  /** Shows that {@code lines} lines have been answered, earlier imports included. */
  void at(long lines);

  /** Shows why it takes longer than it should. */
  void note(String message);

  @Override
  void close();

  /** Makes the meter of a section. */
  @FunctionalInterface
  interface Maker {
    /**
     * Returns a meter.
     *
     * @param earlier how many lines an earlier import had done
     * @param total how many lines there are
     */
    Meter make(String section, long earlier, long total);
  }

  /** Returns what makes bars on a terminal, and lines written to {@code err} elsewhere. */
  static Maker maker(PrintWriter err) {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? BarMeter::new
        : (section, earlier, total) -> new LineMeter(err, section, earlier, total);
  }
}
