package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.importer.ImportFixture.Result;
import io.lorecast.importer.TestReceiver.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own that is ended while it sends. */
class ImportInterruptTest {

  @Test
  void keepsWhatWasAnsweredWhenItIsEnded(@TempDir Path directory) throws Exception {
    try (ImportFixture fixture = new ImportFixture(directory)) {
      fixture.writeLikes(30);
      CountDownLatch reached = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      fixture.receiver.answer(
          event -> {
            if (event.at("/data/feedbackId").asText().equals("f21")) {
              reached.countDown();
              awaitQuietly(ended);
            }
            return Reply.TAKEN;
          });

      Path err = directory.resolve("err");

      Process process = start(fixture, err);
      assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
      process.destroy(); // SIGTERM, which ends Java as Ctrl-C does
      process.waitFor();
      ended.countDown();
      fixture.receiver.answer(event -> Reply.TAKEN);
      Result resumed = fixture.run();

      assertThat(err).content().contains("Stopped. What was answered is kept");
      assertThat(resumed.exitCode()).isZero();
      assertThat(resumed.counts("feedback")).containsExactly(20L, 10L, 10L, 0L, 0L);
    }
  }

  private static Process start(ImportFixture fixture, Path err) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ImportCommand.class.getName(),
            fixture.data.toString(),
            "--to",
            fixture.receiver.url(),
            "--state-dir",
            fixture.states.toString(),
            "--in-flight",
            "1")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
