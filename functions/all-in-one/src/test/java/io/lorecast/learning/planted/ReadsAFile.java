package io.lorecast.learning.planted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Planted: an algorithm that reads a file and the clock. */
final class ReadsAFile {
  boolean late() {
    return Files.exists(Path.of("late")) && Instant.now().getEpochSecond() > 0;
  }
}
