package io.lorecast.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A server in a process of its own, under a shell that ends it when its standard input ends. That
 * pipe is closed by {@link #close}, and by the operating system when this process dies, however it
 * dies: no orphan is left even by SIGKILL.
 */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final int LOG_TAIL_LINES = 20;

  // Descriptor 3 keeps the pipe, since a background command of a shell reads from nowhere.
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      { cat <&3 >/dev/null; kill "$server" 2>/dev/null; } &
      watch=$!
      wait "$server"
      code=$?
      kill "$watch" 2>/dev/null
      exit "$code"
      """;

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread hook = new Thread(this::stop);

  private ServerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts {@code command} in {@code place} and returns once {@code answers} is true.
   *
   * @throws LocalServerException if it ends instead, or never answers
   */
  static ServerProcess start(
      String name, List<String> command, WorkPlace place, BooleanSupplier answers) {
    List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
    guarded.addAll(command);
    ServerProcess server = new ServerProcess(name, place.log(), launch(name, guarded, place));
    place.folder().usedBy(server.process.toHandle());
    server.awaitAnswer(answers);
    return server;
  }

  private static Process launch(String name, List<String> command, WorkPlace place) {
    try {
      return new ProcessBuilder(command)
          .directory(place.folder().path().toFile())
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(place.log().toFile()))
          .start();
    } catch (IOException e) {
      throw new LocalServerException(name + " cannot be started", e);
    }
  }

  private void awaitAnswer(BooleanSupplier answers) {
    boolean settled = Waiting.until(() -> !process.isAlive() || answers.getAsBoolean(), START);
    if (settled && process.isAlive()) {
      return;
    }
    String outcome =
        settled
            ? "ended with code " + process.exitValue()
            : "did not answer within " + START.toSeconds() + " s";
    close();
    throw new LocalServerException(
        name + " " + outcome + "; the end of its log, " + log + ":\n" + logTail());
  }

  private String logTail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }

  /** Returns whether the server runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the server to end, waits for that, and ends it by force if it will not. */
  @Override
  public void close() {
    stop();
    if (Thread.currentThread() != hook) {
      forgetHook();
    }
  }

  /** Ends the server by force, as a crash would, and returns once it is gone. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    close();
  }

  private synchronized void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be asked to stop", e);
    }
    if (!Waiting.until(() -> !process.isAlive(), STOP)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine is shutting down and runs the hook itself; stopping twice is harmless.
      return;
    }
  }
}
