package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.events.EdgeChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph formats of a folder, and which entities they find to be items. */
class GraphFileTest {

  private static final String MAPPING =
      """
      {"prefixes": {"http://shop.example/lamp/": "item", "http://shop.example/": "thing",
                    "http://people.example/": "person"},
       "relations": {"http://vocab.example/madeBy": "maker",
                     "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": ""},
       "linkByLabel": true}
      """;

  @TempDir Path directory;

  @BeforeEach
  void writeItems() throws IOException {
    TestFiles.write(
        directory,
        "items.jsonl",
        "{\"itemId\":\"lamp-3\",\"name\":\"Harbour Lamp\"}",
        "{\"itemId\":\"lamp-4\",\"name\":\"Cellar Lamp\"}",
        "{\"itemId\":\"lamp-5\",\"name\":\"Twin\"}",
        "{\"itemId\":\"lamp-6\",\"name\":\"twin\"}");
  }

  private DataFolder folder() {
    return DataFolder.open(directory);
  }

  private static List<Line<EdgeChange>> lines(DataFolder folder) {
    try (Stream<Line<EdgeChange>> lines = folder.triples().orElseThrow().lines()) {
      return lines.toList();
    }
  }

  private static Line<EdgeChange> edge(long number, String head, String relation, String tail) {
    return new Line.Accepted<>(number, new EdgeChange(head, relation, tail, null));
  }

  @Test
  void turtleBecomesEdgesBetweenMappedNames() throws IOException {
    TestFiles.write(directory, "graph.json", MAPPING);
    TestFiles.writePacked(
        directory,
        "graph.ttl.gz",
        "@prefix s: <http://shop.example/lamp/> .",
        "@prefix v: <http://vocab.example/> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "s:lamp-3 a v:Lamp ; v:madeBy <http://people.example/Oru%20%26%20Daughters> ;",
        "  v:price 12 .",
        "<http://elsewhere.example/x> v:inspired s:lamp-9 ; rdfs:label \"CELLAR  lamp\"@en .",
        "<http://elsewhere.example/y> rdfs:label \"Twin\" ; v:inspired s:lamp-3 .");
    DataFolder folder = folder();

    // The prefix that is longer makes lamp-3 an item, not a thing; a literal is no edge.
    assertThat(lines(folder))
        .extracting(line -> ((Line.Accepted<EdgeChange>) line).value())
        .containsExactly(
            new EdgeChange("item:lamp-3", "maker", "person:Oru & Daughters", null),
            new EdgeChange("item:lamp-4", "inspired", "item:lamp-9", null),
            new EdgeChange("iri:http://elsewhere.example/y", "inspired", "item:lamp-3", null));
    assertThat(folder.linkReport())
        .contains(
            "Entities that are items: 1 by id, 1 by label. Not linked: 1 with the id of an item"
                + " that the folder lacks, 1 whose label several items have.");
    assertThat(folder.triples().orElseThrow().countLines()).isEqualTo(3);
  }

  @Test
  void aBadLineOfNTriplesSpoilsNoOther() throws IOException {
    TestFiles.write(directory, "graph.json", MAPPING);
    TestFiles.write(
        directory,
        "graph.nt",
        "<http://shop.example/lamp/lamp-3> <http://vocab.example/madeBy> <http://people.example/A>"
            + " .",
        "<http://shop.example/lamp/lamp-3> <http://vocab.example/madeBy> oops .",
        "# a comment",
        "_:b <http://vocab.example/suits#study> <http://shop.example/lamp/lamp-4> .");

    List<Line<EdgeChange>> lines = lines(folder());

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo(edge(1, "item:lamp-3", "maker", "person:A"));
    assertThat(lines.get(1))
        .isInstanceOfSatisfying(
            Line.Rejected.class,
            bad -> {
              assertThat(bad.number()).isEqualTo(2);
              assertThat(bad.problem()).startsWith("is not valid RDF");
            });
    assertThat(lines.get(2))
        .isInstanceOfSatisfying(
            Line.Accepted.class,
            good -> assertThat(((EdgeChange) good.value()).relation()).isEqualTo("study"));
  }

  @Test
  void turtleEndsWhereItsGrammarDoes() throws IOException {
    TestFiles.write(
        directory,
        "graph.ttl",
        "<urn:a> <urn:v/r> <urn:b> .",
        "<urn:a> oops <urn:d> .",
        "<urn:a> <urn:v/r> <urn:c> .");

    List<Line<EdgeChange>> lines = lines(folder());

    assertThat(lines.getFirst()).isEqualTo(edge(1, "iri:urn:a", "r", "iri:urn:b"));
    assertThat(lines).hasSize(2);
    assertThat(((Line.Rejected<?>) lines.get(1)).problem()).endsWith("what follows is not read");
  }

  @Test
  void commaSeparatedLinesAreFilledIntoTheMapping() throws IOException {
    TestFiles.write(
        directory,
        "graph.json",
        """
        {"csv": {"head": "item:{lamp}", "relation": "{role}", "tail": "person:{name}",
                 "weight": "{share}"}}
        """);
    TestFiles.write(
        directory,
        "edges.csv",
        "lamp,name,role,share",
        "lamp-3,\"Oru, A.\",maker,0.5",
        "lamp-3,,maker,1",
        "lamp-4,B,designer,much");

    assertThat(lines(folder()))
        .containsExactly(
            new Line.Accepted<>(2, new EdgeChange("item:lamp-3", "maker", "person:Oru, A.", 0.5)),
            new Line.Rejected<>(3, "tail", "needs the column name, which is empty"),
            new Line.Rejected<>(4, "weight", "must be a number, was much"));
  }

  @Test
  void whatTheMappingNamesMustBeThere() throws IOException {
    TestFiles.write(directory, "edges.csv", "lamp,name", "lamp-3,Oru");
    assertThatThrownBy(() -> folder().triples())
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("edges.csv needs a mapping: the field csv of graph.json");

    TestFiles.write(
        directory,
        "graph.json",
        "{\"csv\": {\"head\": \"item:{lamp}\", \"relation\": \"{role}\", \"tail\": \"a:{name}\"}}");
    assertThatThrownBy(() -> lines(folder()))
        .isInstanceOf(DataException.class)
        .hasMessage("edges.csv has no column role, which graph.json names");

    TestFiles.write(directory, "graph.json", "{\"prefixs\": {}}");
    assertThatThrownBy(() -> folder().triples())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("graph.json is no mapping of a graph");
  }

  @Test
  void severalGraphFilesAreOneTooMany() throws IOException {
    TestFiles.write(directory, "graph.nt", "");
    TestFiles.write(directory, "triples.tsv", "head\trelation\ttail");

    assertThatThrownBy(() -> folder().triples())
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("holds several graph files, [triples.tsv, graph.nt]: leave one");
  }

  @Test
  void triplesMayHaveTimes() throws IOException {
    TestFiles.write(
        directory,
        "triples.tsv",
        "head\trelation\ttail\tvalidFrom\tvalidUntil",
        "item:lamp-3\tsold in\tplace:Oslo\t2026-01-01T00:00:00Z\t",
        "item:lamp-3\tsold in\tplace:Rome\tsoon\t");

    assertThat(lines(folder()))
        .containsExactly(
            new Line.Accepted<>(
                2,
                new EdgeChange(
                    "item:lamp-3",
                    "sold in",
                    "place:Oslo",
                    null,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    null)),
            new Line.Rejected<>(
                3, "validFrom", "must be a time like 2026-01-31T18:30:00Z, was soon"));
  }
}
