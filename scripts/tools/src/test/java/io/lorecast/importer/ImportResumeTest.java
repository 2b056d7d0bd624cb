package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.importer.ImportFixture.Result;
import io.lorecast.importer.TestReceiver.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that break off and go on. */
class ImportResumeTest {

  private static final Reply FAILING = new Reply(503, "");

  private ImportFixture fixture;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    fixture = new ImportFixture(directory);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void goesOnWhereItBrokeOffAndLosesNothing() throws IOException {
    fixture.writeItems("tea", "salt");
    fixture.writeLikes(100);
    fixture.receiver.answer(
        event -> event.at("/data/feedbackId").asText().equals("f41") ? FAILING : Reply.TAKEN);

    Result broken = fixture.run("--in-flight", "8");
    fixture.receiver.forget();
    fixture.receiver.answer(event -> Reply.TAKEN);
    Result resumed = fixture.run("--in-flight", "8");

    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.err()).contains("status 503", "the same command goes on from there");
    assertThat(broken.counts("feedback").get(1)).isEqualTo(40);
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.counts("items")).containsExactly(2L, 0L, 0L, 0L, 0L);
    assertThat(resumed.counts("feedback")).containsExactly(40L, 60L, 60L, 0L, 0L);
    assertThat(fixture.receiver.posted("item-added")).isEmpty();
    assertThat(ImportFixture.feedbackIds(fixture.receiver.posted("feedback")))
        .hasSize(60)
        .contains("f41", "f100")
        .doesNotContain("f40");
    assertThat(fixture.hasState()).isFalse();
  }

  @Test
  void goesOnAtTheEdgesOfTheFirstEventNotAnswered() throws IOException {
    fixture.writeEdges(500);
    fixture.receiver.answer(event -> edges(event).size() == 100 ? FAILING : Reply.TAKEN);
    fixture.run();
    fixture.receiver.forget();
    fixture.receiver.answer(event -> Reply.TAKEN);

    Result resumed = fixture.run();

    assertThat(resumed.counts("triples")).containsExactly(400L, 100L, 100L, 0L, 0L);
    assertThat(edges(fixture.receiver.posted("kg-updated").getFirst()))
        .first()
        .extracting(edge -> edge.path("head").asText())
        .isEqualTo("item:i401");
  }

  @Test
  void remembersRejectsOfTheBrokenImport() throws IOException {
    fixture.writeLikes(10);
    fixture.receiver.answer(
        event ->
            switch (event.at("/data/feedbackId").asText()) {
              case "f2" -> Reply.problem(400, "data.itemId", "is unknown");
              case "f6" -> FAILING;
              default -> Reply.TAKEN;
            });
    fixture.run("--in-flight", "1");
    fixture.receiver.answer(event -> Reply.TAKEN);

    Result resumed = fixture.run();

    assertThat(resumed.exitCode()).isEqualTo(1);
    assertThat(resumed.counts("feedback")).containsExactly(5L, 5L, 5L, 0L, 0L);
  }

  @Test
  void restartSendsEverythingAgain() throws IOException {
    breakOffAtTheFifthOf(10);

    Result restarted = fixture.run("--restart");

    assertThat(restarted.counts("feedback")).containsExactly(0L, 10L, 10L, 0L, 0L);
  }

  @Test
  void aChangedFileStartsOver() throws IOException {
    breakOffAtTheFifthOf(10);
    fixture.writeLikes(11);

    Result changed = fixture.run();

    assertThat(changed.counts("feedback")).containsExactly(0L, 11L, 11L, 0L, 0L);
  }

  @Test
  void aRefreshThatFailsIsAskedForAgainAndNothingElse() throws IOException {
    fixture.writeItems("tea");
    fixture.receiver.answer(
        event -> TestReceiver.isOf("model-refresh", event) ? FAILING : Reply.TAKEN);
    Result failed = fixture.run();
    fixture.receiver.forget();
    fixture.receiver.answer(event -> Reply.TAKEN);

    Result again = fixture.run();

    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(again.exitCode()).isZero();
    assertThat(fixture.receiver.posted())
        .extracting(event -> event.path("type").asText())
        .containsExactly("io.lorecast.model-refresh.v1");
  }

  private void breakOffAtTheFifthOf(int likes) throws IOException {
    fixture.writeLikes(likes);
    fixture.receiver.answer(
        event -> event.at("/data/feedbackId").asText().equals("f5") ? FAILING : Reply.TAKEN);
    assertThat(fixture.run().exitCode()).isEqualTo(2);
    fixture.receiver.answer(event -> Reply.TAKEN);
  }

  private static List<JsonNode> edges(JsonNode event) {
    return event.at("/data/added").valueStream().toList();
  }
}
