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
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that cannot be read, and lines that the receiver refuses. */
class ImportRejectsTest {

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
        .flatExtracting(ImportRejectsTest::edges)
        .hasSize(199)
        .doesNotHaveDuplicates();
  }

  private static List<JsonNode> edges(JsonNode event) {
    return event.at("/data/added").valueStream().toList();
  }
}
