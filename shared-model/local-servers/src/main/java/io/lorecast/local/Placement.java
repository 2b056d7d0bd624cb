package io.lorecast.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server keeps its data and how it is reached.
 *
 * @param port a TCP port of the loopback interface, or 0 for any that is free
 * @param data the folder of its data, made if absent; empty to keep everything in memory
 * @param log the file its output goes to; empty for one in the data folder, or a temporary one
 */
public record Placement(int port, Optional<Path> data, Optional<Path> log) {

  public Placement {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
    data = data.map(Path::toAbsolutePath);
    log = log.map(Path::toAbsolutePath);
  }

  /** Returns a placement that keeps nothing, on any free port. */
  public static Placement inMemory() {
    return new Placement(0, Optional.empty(), Optional.empty());
  }

  /** Returns a placement that finds its data again in {@code folder}, on any free port. */
  public static Placement onDisk(Path folder) {
    return new Placement(0, Optional.of(folder), Optional.empty());
  }

  /** Returns this placement on {@code port}. */
  public Placement withPort(int port) {
    return new Placement(port, data, log);
  }

  /** Returns this placement with its output in {@code file}. */
  public Placement withLog(Path file) {
    return new Placement(port, data, Optional.of(file));
  }
}
