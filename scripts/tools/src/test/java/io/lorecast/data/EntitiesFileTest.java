package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EntityDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder says that entities are called, in a file of its own or in its graph. */
class EntitiesFileTest {

  private static final String LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
  private static final String PREFERRED = "<http://www.w3.org/2004/02/skos/core#prefLabel>";
  private static final String ALTERNATIVE = "<http://www.w3.org/2004/02/skos/core#altLabel>";

  @TempDir Path directory;

  @Test
  void readsEveryFieldOfADescription() throws IOException {
    TestFiles.writePacked(
        directory,
        "entities.jsonl.gz",
        """
        {"entity":"person:p7","label":"Oru","type":"maker","aliases":["Oru & Daughters"]}\
        """,
        "{\"entity\":\"style:Maritime\"}");

    assertThat(lines())
        .containsExactly(
            accepted(1, "person:p7", "Oru", "maker", List.of("Oru & Daughters")),
            accepted(2, "style:Maritime", null, null, null));
  }

  @Test
  void aFolderInMovieLensStyleMayHaveTheFileToo() throws IOException {
    TestFiles.write(directory, "ratings.tsv", "user_id\titem_id\trating\ttimestamp");
    TestFiles.write(directory, "entities.jsonl", "{\"entity\":\"genre:g1\",\"label\":\"Noir\"}");

    assertThat(DataFolder.open(directory)).isInstanceOf(MovieLensFolder.class);
    assertThat(lines()).containsExactly(accepted(1, "genre:g1", "Noir", null, null));
  }

  @Test
  void rejectsFaultyDescriptionsByLineAndField() throws IOException {
    TestFiles.write(
        directory,
        "entities.jsonl",
        "{\"label\":\"Nobody\"}",
        "{\"entity\":\" \"}",
        "{\"entity\":\"person:p7\",\"name\":\"Oru\"}",
        "{\"entity\":\"person:p7\",\"aliases\":\"Oru\"}",
        "{\"entity\":\"person:p7\"");

    assertThat(lines())
        .extracting(line -> line.number() + " " + ((Line.Rejected<?>) line).field())
        .containsExactly("1 entity", "2 entity", "3 name", "4 aliases", "5 line");
    assertThat(lines())
        .contains(
            new Line.Rejected<>(1, "entity", "must not be empty"),
            new Line.Rejected<>(3, "name", "is no field of this file"));
  }

  @Test
  void theLabelOfAResourceIsTheFirstThatIsEnglishOrInNoLanguage() throws IOException {
    TestFiles.write(directory, "graph.json", "{\"prefixes\": {\"urn:people/\": \"person\"}}");
    TestFiles.write(
        directory,
        "graph.nt",
        "<urn:people/1> " + PREFERRED + " \"Ada\" .",
        "<urn:people/1> " + LABEL + " \"Адa\"@ru .",
        "<urn:people/2> " + LABEL + " \"鐵匠\"@zh .",
        "<urn:people/1> <urn:v/knows> <urn:people/2> .",
        "<urn:people/1> " + LABEL + " \" Ada L. \"@en-GB .",
        "<urn:people/1> " + LABEL + " \"Ada too\" .",
        "<urn:people/1> " + ALTERNATIVE + " \"A. L.\", .",
        "<urn:people/1> " + ALTERNATIVE + " \"A. L.\" .",
        "<urn:people/1> " + ALTERNATIVE + " \"Ада Л.\"@ru .",
        "<urn:style> " + LABEL + " \" \" .",
        "_:someone " + LABEL + " \"Somebody\" .");

    // rdfs:label is believed before skos:prefLabel, English and no language before any other; line
    // 7 is no RDF, and the edges tell of it.
    assertThat(lines())
        .containsExactly(
            accepted(1, "person:1", "Ada L.", null, List.of("A. L.")),
            accepted(3, "person:2", "鐵匠", null, null));
    assertThat(DataFolder.open(directory).entities().orElseThrow().countLines()).isEqualTo(2);
  }

  @Test
  void whatIsAnItemHasTheNameOfTheItem() throws IOException {
    TestFiles.write(directory, "items.jsonl", "{\"itemId\":\"lamp-3\",\"name\":\"Harbour Lamp\"}");
    TestFiles.write(
        directory,
        "graph.json",
        "{\"prefixes\": {\"urn:lamp/\": \"item\"}, \"linkByLabel\": true}");
    TestFiles.write(
        directory,
        "graph.ttl",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "<urn:x> rdfs:label \"Harbour lamp\" .",
        "<urn:lamp/lamp-3> rdfs:label \"Lamp of the harbour\" .",
        "<urn:y> rdfs:label \"Oru\" ; <urn:v/makes> <urn:x> .");

    assertThat(lines()).containsExactly(accepted(4, "iri:urn:y", "Oru", null, null));
  }

  @Test
  void aNameTooLongForAnEntityIsRejectedWhereItIsCalledSomething() throws IOException {
    TestFiles.write(
        directory, "graph.nt", "<urn:" + "x".repeat(200) + "> " + LABEL + " \"Long\" .");

    assertThat(lines())
        .singleElement()
        .isInstanceOfSatisfying(
            Line.Rejected.class,
            bad -> {
              assertThat(bad.field()).isEqualTo("subject");
              assertThat(bad.problem()).startsWith("must have at most 200 characters, was urn:xx");
            });
  }

  @Test
  void theFileSpeaksForTheGraph() throws IOException {
    TestFiles.write(directory, "graph.nt", "<urn:x> " + LABEL + " \"By the graph\" .");
    TestFiles.write(
        directory, "entities.jsonl", "{\"entity\":\"iri:urn:x\",\"label\":\"By file\"}");

    assertThat(lines()).containsExactly(accepted(1, "iri:urn:x", "By file", null, null));
  }

  @Test
  void triplesAloneCallNothingAnything() throws IOException {
    TestFiles.write(directory, "triples.tsv", "head\trelation\ttail", "a:b\tc\td:e");

    assertThat(DataFolder.open(directory).entities()).isEmpty();
  }

  private List<Line<EntityDescription>> lines() {
    try (Stream<Line<EntityDescription>> lines =
        DataFolder.open(directory).entities().orElseThrow().lines()) {
      return lines.toList();
    }
  }

  private static Line<EntityDescription> accepted(
      long number, String entity, String label, String type, List<String> aliases) {
    return new Line.Accepted<>(number, new EntityDescription(entity, label, type, aliases));
  }
}
