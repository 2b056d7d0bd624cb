package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EdgeChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlankNodesTest {

  @TempDir Path directory;

  @Test
  void ofNTriplesAreTheSameOnEachLineAndInEachReading() throws IOException {
    TestFiles.write(
        directory,
        "graph.nt",
        "<urn:lamp> <urn:soldIn> _:set .",
        "_:set <urn:packedBy> <urn:oru> .");

    assertReadTwice(
        new EdgeChange("iri:urn:lamp", "urn:soldIn", "blank:set", null),
        new EdgeChange("blank:set", "urn:packedBy", "iri:urn:oru", null));
  }

  @Test
  void withoutALabelInTurtleAreNamedByTheirOrder() throws IOException {
    TestFiles.write(
        directory,
        "graph.ttl",
        "<urn:lamp> <urn:soldIn> [ <urn:packedBy> <urn:oru> ] .",
        "<urn:desk> <urn:soldIn> [ <urn:packedBy> _:oru ] .");

    assertReadTwice(
        new EdgeChange("iri:urn:lamp", "urn:soldIn", "blank:unnamed-1", null),
        new EdgeChange("blank:unnamed-1", "urn:packedBy", "iri:urn:oru", null),
        new EdgeChange("iri:urn:desk", "urn:soldIn", "blank:unnamed-2", null),
        new EdgeChange("blank:unnamed-2", "urn:packedBy", "blank:oru", null));
  }

  private void assertReadTwice(EdgeChange... edges) {
    assertThat(edges()).containsExactlyInAnyOrder(edges);
    assertThat(edges()).containsExactlyInAnyOrder(edges);
  }

  private List<EdgeChange> edges() {
    return DataFolder.open(directory).triples().orElseThrow().records().toList();
  }
}
