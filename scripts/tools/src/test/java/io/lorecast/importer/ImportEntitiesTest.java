package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.data.TestFiles;
import io.lorecast.importer.ImportFixture.Result;
import io.lorecast.importer.TestReceiver.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What entities are called, on its way to the receiver. */
class ImportEntitiesTest {

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
  void descriptionsGoBeforeEdgesInEventsOfAtMost100() throws IOException {
    writeEntities(250);
    fixture.writeEdges(1);

    Result result = fixture.run("--no-refresh", "--in-flight", "1");

    assertThat(result.exitCode()).isZero();
    assertThat(fixture.receiver.posted("kg-updated"))
        .extracting(event -> event.at("/data/entities").size())
        .containsExactly(100, 100, 50, 0);
    JsonNode first = fixture.receiver.posted().getFirst();
    assertThat(first.at("/data/entities/0").toString())
        .isEqualTo("{\"entity\":\"place:p1\",\"label\":\"Place 1\"}");
    assertThat(first.at("/data/changeId").asText()).startsWith("import-");
    assertThat(first.at("/data").has("added")).isFalse();
    assertThat(result.counts("entities")).containsExactly(0L, 250L, 250L, 0L, 0L);
    assertThat(result.counts("triples")).containsExactly(0L, 1L, 1L, 0L, 0L);
  }

  @Test
  void theLabelsOfAGraphAreSentAsWellAsItsEdges() throws IOException {
    TestFiles.write(
        fixture.data,
        "graph.ttl",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "<urn:x> rdfs:label \"Oru\"@en ; <urn:v/makes> <urn:y> .");

    Result result = fixture.run("--no-refresh");

    assertThat(fixture.receiver.posted())
        .extracting(event -> event.at("/data/entities/0/label").asText())
        .containsExactly("Oru", "");
    assertThat(fixture.receiver.posted().getLast().at("/data/added/0/relation").asText())
        .isEqualTo("makes");
    assertThat(result.counts("entities")).containsExactly(0L, 1L, 1L, 0L, 0L);
    assertThat(result.counts("triples")).containsExactly(0L, 1L, 1L, 0L, 0L);
  }

  @Test
  void aRefusedDescriptionIsToldByFileAndLineAndTheOthersGoIn() throws IOException {
    writeEntities(20);
    fixture.receiver.answer(
        event ->
            event.at("/data/entities").toString().contains("\"place:p7\"")
                ? Reply.problem(400, "entities[0].label", "must not be blank")
                : Reply.TAKEN);

    Result result = fixture.run("--no-refresh");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("entities.jsonl line 7: entities[0].label");
    assertThat(result.counts("entities")).containsExactly(0L, 20L, 19L, 0L, 1L);
  }

  private void writeEntities(int count) throws IOException {
    TestFiles.write(
        fixture.data,
        "entities.jsonl",
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> "{\"entity\":\"place:p%d\",\"label\":\"Place %d\"}".formatted(i, i))
            .toArray(String[]::new));
  }
}
