package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a program printed, and how it ended. */
final class Subprocess {

  private final int exitCode;
  private final byte[] output;
  private final byte[] errors;

  private Subprocess(int exitCode, byte[] output, byte[] errors) {
    this.exitCode = exitCode;
    this.output = output;
    this.errors = errors;
  }

  /**
   * Runs {@code command}, through no shell, and waits for its end.
   *
   * @return empty if it cannot be started
   * @throws ImageException if it takes longer than {@code timeout}; it is ended then
   */
  static Optional<Subprocess> run(List<String> command, Duration timeout) {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(ended(process, timeout));
    } catch (TimeoutException | InterruptedException e) {
      throw tooSlow(command, timeout, e);
    } catch (ExecutionException e) {
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Subprocess ended(Process process, Duration timeout)
      throws TimeoutException, InterruptedException, ExecutionException {
    FutureTask<byte[]> output = reading(process.getInputStream());
    FutureTask<byte[]> errors = reading(process.getErrorStream());
    long deadline = System.nanoTime() + timeout.toNanos();
    byte[] printed = output.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    byte[] said = errors.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException("both its outputs are closed, and it runs on");
    }
    return new Subprocess(process.exitValue(), printed, said);
  }

  /** Reads both streams at once, or a full one would keep the program from writing the other. */
  private static FutureTask<byte[]> reading(InputStream stream) {
    FutureTask<byte[]> reading = new FutureTask<>(stream::readAllBytes);
    Thread.startVirtualThread(reading);
    return reading;
  }

  private static ImageException tooSlow(List<String> command, Duration timeout, Exception cause) {
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new ImageException(
        Reason.TOO_SLOW,
        "video",
        command.getFirst() + " to end within " + timeout.toMillis() + " ms",
        "that it takes longer",
        cause);
  }

  int exitCode() {
    return exitCode;
  }

  byte[] output() {
    return output;
  }

  byte[] errors() {
    return errors;
  }
}
