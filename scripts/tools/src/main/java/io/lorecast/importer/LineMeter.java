package io.lorecast.importer;

import java.io.PrintWriter;
import java.time.Duration;

/** A line every few seconds, for logs and pipes. */
final class LineMeter implements Meter {

  private static final long INTERVAL = Duration.ofSeconds(5).toNanos();
  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final String section;
  private final long earlier;
  private final long total;
  private final long started = System.nanoTime();
  private long lastLine = started;
  private long lastNote = started - INTERVAL;

  LineMeter(PrintWriter out, String section, long earlier, long total) {
    this.out = out;
    this.section = section;
    this.earlier = earlier;
    this.total = total;
  }

  @Override
  public synchronized void at(long lines) {
    long now = System.nanoTime();
    if (now - lastLine >= INTERVAL) {
      lastLine = now;
      double rate = (lines - earlier) / ((now - started) / NANOS);
      long left = rate == 0 ? 0 : Math.round((total - lines) / rate);
      out.printf(
          "%s: %,d of %,d, %,.0f/s, %,d s left%n", section, lines, total, rate, Math.max(0, left));
      out.flush();
    }
  }

  @Override
  public synchronized void note(String message) {
    long now = System.nanoTime();
    if (now - lastNote >= INTERVAL) {
      lastNote = now;
      out.printf("%s: %s%n", section, message);
      out.flush();
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
