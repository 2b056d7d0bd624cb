package io.lorecast.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does, which can only be asked for again and again. */
final class Waiting {

  private static final long PAUSE_MILLIS = 20;

  private Waiting() {}

  /** Returns whether {@code condition} held at some moment before {@code patience} ran out. */
  static boolean until(BooleanSupplier condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !paused()) {
        return false;
      }
    }
    return true;
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
