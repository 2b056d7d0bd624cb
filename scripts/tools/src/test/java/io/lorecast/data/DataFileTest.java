package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.ItemAdded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the same for every file, whatever its columns. */
class DataFileTest {

  private static final String FEEDBACK_HEADER =
      "feedbackId\tuserId\titemId\tkind\tvalue\toccurredAt";

  @TempDir Path directory;

  @Test
  void readsLineEndsAndByteOrderMarkOfOtherSystems() throws IOException {
    Files.writeString(
        directory.resolve("triples.tsv"),
        "\uFEFFhead\trelation\ttail\r\nitem:tea\tdrink\tuse:drinks\r\n");

    try (Stream<EdgeChange> edges = open().triples().orElseThrow().records()) {
      assertThat(edges).containsExactly(new EdgeChange("item:tea", "drink", "use:drinks", null));
    }
  }

  @Test
  void readsPackedFilesLikePlainOnes() throws IOException {
    TestFiles.writePacked(directory, "items.jsonl.gz", "{\"itemId\":\"tea\",\"name\":\"Tea\"}");

    assertThat(itemLines()).hasSize(1);
  }

  @Test
  void emptyFilesHaveNoLines() throws IOException {
    Files.createFile(directory.resolve("items.jsonl"));
    Files.createFile(directory.resolve("triples.tsv.gz"));
    TestFiles.write(directory, "feedback.tsv", FEEDBACK_HEADER);

    assertThat(open().files())
        .hasSize(3)
        .allSatisfy(
            file -> {
              assertThat(file.countLines()).isZero();
              assertThat(file.lines()).isEmpty();
            });
  }

  @Test
  void rejectsLinesThatAreNotUtf8() throws IOException {
    byte[] latin =
        "{\"itemId\":\"cafe\",\"name\":\"Café\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(directory.resolve("items.jsonl"), latin);

    assertThat(itemLines()).containsExactly(new Line.Rejected<>(1, "line", "is not valid UTF-8"));
  }

  @Test
  void tellsWhereAPackedFileIsDamaged() throws IOException {
    String[] items = new String[5_000];
    Arrays.setAll(items, i -> "{\"itemId\":\"i%d\",\"name\":\"Item %d\"}".formatted(i, i * 7919));
    Path file = TestFiles.writePacked(directory, "items.jsonl.gz", items);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(this::itemLines)
        .isInstanceOf(DataException.class)
        .hasMessageMatching("items\\.jsonl\\.gz cannot be read after line [1-9]\\d*: .*");
  }

  @Test
  void countsLinesWithoutTheHeader() throws IOException {
    TestFiles.write(
        directory, "feedback.tsv", FEEDBACK_HEADER, "a\tb\tc\tlike\t\t", "", "nonsense");

    assertThat(open().feedback().orElseThrow().countLines()).isEqualTo(2);
  }

  @Test
  void recordsFailAtTheFirstLineThatCannotBeRead() throws IOException {
    TestFiles.write(directory, "items.jsonl", "{\"itemId\":\"tea\",\"name\":\"Tea\"}", "{}");

    try (Stream<ItemAdded> items = open().items().orElseThrow().records()) {
      assertThatThrownBy(items::toList)
          .isInstanceOf(DataException.class)
          .hasMessage("items.jsonl line 2: itemId must not be empty");
    }
  }

  private DataFolder open() {
    return DataFolder.open(directory);
  }

  private List<Line<ItemAdded>> itemLines() {
    try (Stream<Line<ItemAdded>> lines = open().items().orElseThrow().lines()) {
      return lines.toList();
    }
  }
}
