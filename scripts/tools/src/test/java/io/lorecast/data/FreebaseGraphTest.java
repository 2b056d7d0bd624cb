package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EdgeChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreebaseGraphTest {

  @TempDir Path directory;

  @BeforeEach
  void writeFolder() throws IOException {
    TestFiles.write(
        directory,
        "items.jsonl",
        "{\"item_id\":7,\"title\":\"The Salt Road\",\"freebase_id\":\"m.01\"}",
        "{\"item_id\":8,\"title\":\"Untold\",\"freebase_id\":null}",
        "{\"item_id\":9,\"title\":\"The Salt Road\",\"freebase_id\":\"m.01\"}");
    TestFiles.write(
        directory,
        "kg_freebase_triples.tsv",
        "head\trelation\ttail",
        "m.01\tfilm.film.directed_by\tm.09",
        "m.01\tfilm.film.award_won\tm.0a",
        "m.02\tfilm.film.sequel\tm.01",
        "m.01\tfilm.film.award_nomination\tm.0a");
  }

  @Test
  void linksItemsByTheirColumnAndLeavesAwardsOut() {
    assertThat(edges())
        .containsExactly(
            new EdgeChange("item:7", "film.film.directed_by", "mid:m.09", null),
            new EdgeChange("mid:m.02", "film.film.sequel", "item:7", null));
  }

  @Test
  void linksItemsByAFileOfLinksWhereThereIsOne() throws IOException {
    TestFiles.write(
        directory, "kg_freebase_links.tsv", "item_id\tfreebase_id", "8\tm.01", "7\tm.02");

    assertThat(edges())
        .containsExactly(
            new EdgeChange("item:8", "film.film.directed_by", "mid:m.09", null),
            new EdgeChange("item:7", "film.film.sequel", "item:8", null));
  }

  @Test
  void hasNoEdgesWithoutTheFile(@TempDir Path empty) {
    assertThat(new FreebaseGraph(new FolderFiles(empty)).edges()).isEmpty();
  }

  private List<EdgeChange> edges() {
    return new FreebaseGraph(new FolderFiles(directory)).edges().orElseThrow().toList();
  }
}
