package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.importer.ImportFixture.Result;
import io.lorecast.importer.TestReceiver.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that fails for a while, or for good. */
class ImportFaultsTest {

  private ImportFixture fixture;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    fixture = new ImportFixture(directory);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 429, 500, 503})
  void sendsTheSameEventAgainWhenItIsNotAnsweredOrTheStatusPasses(int status) throws IOException {
    fixture.writeLikes(20);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    fixture.receiver.answer(
        event -> seen.add(event.path("id").asText()) ? new Reply(status, "") : Reply.TAKEN);

    Result result = fixture.run("--no-refresh");

    assertThat(result.exitCode()).isZero();
    assertThat(result.counts("feedback")).containsExactly(0L, 20L, 20L, 0L, 0L);
    assertThat(seen).hasSize(20);
    assertThat(fixture.receiver.posted()).hasSize(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 404})
  void stopsAtOnceWhenNoEventCanBeTaken(int status) throws IOException {
    fixture.writeLikes(100);
    fixture.receiver.answer(event -> new Reply(status, ""));

    Result result = fixture.run("--in-flight", "2");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("answers with status " + status);
    assertThat(fixture.receiver.posted()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void saysWhatCannotBeReached() throws IOException {
    fixture.writeItems("tea");
    String url = fixture.receiver.url();
    fixture.receiver.close();

    Result result = fixture.run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Cannot reach " + url, "scripts/run starts it");
  }
}
