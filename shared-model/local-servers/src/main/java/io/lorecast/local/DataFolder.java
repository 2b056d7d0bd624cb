package io.lorecast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The folder a server works in, used by one server at a time. A note in it names the process that
 * uses it, so that a start soon after a crash waits for the last server's end.
 */
final class DataFolder {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NOTE = "server.pid";

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /**
   * Returns {@code path}, made if absent, once no server uses it.
   *
   * @throws LocalServerException if one still does, or it cannot be made
   */
  static DataFolder claim(Path path) {
    try {
      DataFolder folder = new DataFolder(Files.createDirectories(path));
      if (!Waiting.until(() -> folder.user().isEmpty(), PATIENCE)) {
        throw new LocalServerException(path + " is in use by another server");
      }
      return folder;
    } catch (IOException e) {
      throw new LocalServerException(path + " cannot be used", e);
    }
  }

  /** Returns a new empty folder that nobody else uses. */
  static DataFolder temporary(String name) {
    try {
      return new DataFolder(Files.createTempDirectory("lorecast-" + name));
    } catch (IOException e) {
      throw new LocalServerException("no temporary folder for " + name, e);
    }
  }

  Path path() {
    return path;
  }

  /** Notes that {@code process} uses this folder from now on. */
  void usedBy(ProcessHandle process) {
    try {
      Files.writeString(path.resolve(NOTE), process.pid() + " " + startOf(process));
    } catch (IOException e) {
      throw new LocalServerException(path + " cannot be written to", e);
    }
  }

  /** Returns the process that uses this folder; one of the same number started later is not it. */
  private Optional<ProcessHandle> user() {
    try {
      String[] note = Files.readString(path.resolve(NOTE)).split(" ", 2);
      return ProcessHandle.of(Long.parseLong(note[0]))
          .filter(process -> note.length == 2 && startOf(process).equals(note[1]));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // no note, or one cut short by a full disk: nobody is known
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
