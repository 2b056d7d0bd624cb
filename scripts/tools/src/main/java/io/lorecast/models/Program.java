package io.lorecast.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of the machine that fetches packages. */
final class Program {

  private Program() {}

  /**
   * Runs {@code command} in {@code folder} and waits for its end.
   *
   * @param needed what to install where it is missing
   * @throws ModelException with what it printed, if it is missing or fails
   */
  static void run(List<String> command, Path folder, String needed, Progress progress)
      throws IOException {
    Process process = start(command, folder, needed);
    try (AutoCloseable shown = progress.waiting(String.join(" ", command.subList(0, 2)))) {
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new ModelException(String.join(" ", command) + " failed:\n" + printed);
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("closing a progress bar does not fail", e);
    } finally {
      process.destroy();
    }
  }

  private static Process start(List<String> command, Path folder, String needed) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new ModelException(command.getFirst() + " cannot be started: install " + needed, e);
    }
  }
}
