package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.data.TestFiles;
import io.lorecast.importer.ImportFixture.Result;
import io.lorecast.importer.TestReceiver.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejects, retries, and imports that break off and go on. */
class ImportFaultsTest {

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
  void listsUnreadableAndRefusedLinesByNumberAndReason(@TempDir Path elsewhere) throws IOException {
    TestFiles.write(
        fixture.data,
        "items.jsonl",
        "{\"itemId\":\"tea\",\"name\":\"Tea\"}",
        "nonsense",
        "{\"itemId\":\"salt\",\"name\":\"Salt\",\"version\":-1}");
    fixture.receiver.answer(
        event ->
            event.at("/data/version").asInt(1) < 1
                ? Reply.problem(400, "data.version", "must be at least 1, was -1")
                : Reply.TAKEN);
    Path rejects = elsewhere.resolve("rejects.tsv");

    Result result = fixture.run("--rejects", rejects.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.counts("items")).containsExactly(0L, 3L, 1L, 0L, 2L);
    List<String> lines = Files.readAllLines(rejects);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("file\tline\tfield\tproblem");
    assertThat(lines.get(1)).startsWith("items.jsonl\t2\tline\tis not valid JSON");
    assertThat(lines.get(2))
        .isEqualTo(
            "items.jsonl\t3\tdata.version\trefused with status 400: must be at least 1, was -1");
    assertThat(result.err()).contains("items.jsonl line 2: ", "items.jsonl line 3: ");
    assertThat(fixture.receiver.posted("model-refresh")).hasSize(1);
  }

  @Test
  void showsTheFirstRejectsAndCountsTheOthers() throws IOException {
    fixture.writeLikes(50);
    fixture.receiver.answer(event -> new Reply(422, "not JSON"));

    Result result = fixture.run("--no-refresh");

    assertThat(result.err())
        .contains("feedback.tsv line 21: event refused with status 422")
        .doesNotContain("feedback.tsv line 22:")
        .contains("... and 30 more");
  }

  @Test
  void findsTheOneRefusedEdgeAndSendsAllOthers() throws IOException {
    fixture.writeEdges(200);
    Predicate<JsonNode> isBad = edge -> edge.path("head").asText().equals("item:i77");
    fixture.receiver.answer(
        event ->
            edges(event).stream().anyMatch(isBad)
                ? Reply.problem(400, "data.added", "has a bad edge")
                : Reply.TAKEN);

    Result result = fixture.run("--no-refresh");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.counts("triples")).containsExactly(0L, 200L, 199L, 0L, 1L);
    assertThat(result.err()).contains("triples.tsv line 78: data.added");
    assertThat(fixture.receiver.posted("kg-updated"))
        .filteredOn(event -> edges(event).stream().noneMatch(isBad))
        .flatExtracting(ImportFaultsTest::edges)
        .hasSize(199)
        .doesNotHaveDuplicates();
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
