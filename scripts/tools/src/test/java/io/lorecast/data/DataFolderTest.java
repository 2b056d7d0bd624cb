package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path directory;

  @Test
  void tellsTheFormatsApartByTheirFiles() throws IOException {
    TestFiles.write(directory, "items.jsonl", "{\"itemId\":\"tea\",\"name\":\"Tea\"}");
    assertThat(DataFolder.open(directory)).isInstanceOf(LorecastFolder.class);

    TestFiles.write(directory, "ratings.tsv", "user_id\titem_id\trating\ttimestamp");
    assertThat(DataFolder.open(directory)).isInstanceOf(MovieLensFolder.class);
  }

  @Test
  void namesEveryFileItLookedFor() {
    assertThatThrownBy(() -> DataFolder.open(directory))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(
            directory.toString(),
            "items.jsonl",
            "entities.jsonl",
            "triples.tsv",
            "feedback.tsv",
            "kg_omdb_triples.tsv",
            "ratings.tsv");
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    Path absent = directory.resolve("absent");

    assertThatThrownBy(() -> DataFolder.open(absent))
        .isInstanceOf(DataException.class)
        .hasMessage("There is no folder " + absent);
  }

  @Test
  void refusesAFilePackedAndPlainAtOnce() throws IOException {
    TestFiles.write(directory, "triples.tsv", "head\trelation\ttail");
    TestFiles.writePacked(directory, "triples.tsv.gz", "head\trelation\ttail");

    assertThatThrownBy(() -> DataFolder.open(directory))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("triples.tsv.gz");
  }

  @Test
  void equalFilesHaveEqualFingerprints() throws IOException {
    TestFiles.write(directory, "triples.tsv", "head\trelation\ttail", "a:b\tc\td:e");
    String before = DataFolder.open(directory).triples().orElseThrow().fingerprint();
    String again = DataFolder.open(directory).triples().orElseThrow().fingerprint();
    TestFiles.write(directory, "triples.tsv", "head\trelation\ttail", "a:b\tc\td:f");
    String after = DataFolder.open(directory).triples().orElseThrow().fingerprint();

    assertThat(again).isEqualTo(before);
    assertThat(after).isNotEqualTo(before);
  }
}
