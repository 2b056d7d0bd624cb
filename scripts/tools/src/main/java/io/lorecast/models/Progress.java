package io.lorecast.models;

import java.io.InputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows what is being fetched: a bar on a terminal, a line each elsewhere. */
final class Progress {

  private static final long MEBIBYTE = 1 << 20;
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final boolean terminal;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Says what is begun. */
  void note(String step) {
    out.println(step);
  }

  /** Shows that time passes; close it when the step is done. */
  AutoCloseable waiting(String step) {
    if (!terminal) {
      note(step + " ...");
      return () -> {};
    }
    return bar(step).setInitialMax(-1).hideEta().build();
  }

  /** Returns {@code stream}, shown while it is read. */
  InputStream reading(String step, InputStream stream, long bytes) {
    if (!terminal) {
      note(step);
      return stream;
    }
    return ProgressBar.wrap(stream, bar(step).setInitialMax(bytes).setUnit(" MiB", MEBIBYTE));
  }

  private ProgressBarBuilder bar(String step) {
    return new ProgressBarBuilder()
        .setTaskName(step)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH));
  }
}
