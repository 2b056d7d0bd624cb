package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LorecastFolderTest {

  private static final String FEEDBACK_HEADER =
      "feedbackId\tuserId\titemId\tkind\tvalue\toccurredAt";

  @TempDir Path directory;

  @Test
  void readsEveryFieldOfAnItem() throws IOException {
    TestFiles.write(
        directory,
        "items.jsonl",
        """
        {"itemId":"tea","version":3,"name":"Tea","description":"Leaves in water","reviews":["Hot"],\
        "images":["https://example.org/tea.png"],"attributes":{"place":["Yunnan"]},\
        "language":"en","available":false}\
        """);

    List<Line<ItemAdded>> lines = itemLines();

    assertThat(lines)
        .containsExactly(
            new Line.Accepted<>(
                1,
                new ItemAdded(
                    "tea",
                    3L,
                    "Tea",
                    "Leaves in water",
                    List.of("Hot"),
                    List.of("https://example.org/tea.png"),
                    Map.of("place", List.of("Yunnan")),
                    "en",
                    false)));
  }

  @Test
  void rejectsFaultyItemsByLineAndField() throws IOException {
    TestFiles.write(
        directory,
        "items.jsonl",
        "{\"itemId\":\"tea\",\"name\":\"Tea\"}",
        "",
        "{\"itemId\":\"milk\"",
        "{\"itemId\":\"salt\",\"title\":\"Salt\"}",
        "{\"name\":\"Nobody\"}",
        "{\"itemId\":\"rice\",\"name\":\" \"}",
        "{\"itemId\":\"corn\",\"name\":\"Corn\",\"version\":\"new\"}",
        "null",
        "{\"itemId\":\"oats\",\"name\":\"Oats\"} {}",
        "{\"itemId\":\"figs\",\"name\":\"Figs\",\"name\":\"Dates\"}");

    List<String> rejects =
        itemLines().stream()
            .filter(line -> line instanceof Line.Rejected)
            .map(line -> (Line.Rejected<ItemAdded>) line)
            .map(line -> line.number() + " " + line.field())
            .toList();

    assertThat(rejects)
        .containsExactly(
            "3 line", "4 title", "5 itemId", "6 name", "7 version", "8 line", "9 line", "10 line");
  }

  @Test
  void readsTriplesWithAndWithoutWeight() throws IOException {
    TestFiles.write(
        directory,
        "triples.tsv",
        "head\trelation\ttail\tweight",
        "item:tea\tplace\tplace:\"Old\" Yunnan\t0.5",
        "item:tea\tdrink\tuse:drinks\t");

    try (Stream<EdgeChange> edges = open().triples().orElseThrow().records()) {
      assertThat(edges)
          .containsExactly(
              new EdgeChange("item:tea", "place", "place:\"Old\" Yunnan", 0.5),
              new EdgeChange("item:tea", "drink", "use:drinks", null));
    }
  }

  @Test
  void readsColumnsInAnyOrderAndLeavesUnknownOnesUnread() throws IOException {
    TestFiles.write(
        directory, "triples.tsv", "note\ttail\thead\trelation", "x\tuse:drinks\titem:tea\tdrink");

    try (Stream<EdgeChange> edges = open().triples().orElseThrow().records()) {
      assertThat(edges).containsExactly(new EdgeChange("item:tea", "drink", "use:drinks", null));
    }
  }

  @Test
  void readsFeedbackWithValueAndTimeOrWithout() throws IOException {
    TestFiles.write(
        directory,
        "feedback.tsv",
        FEEDBACK_HEADER,
        "f1\tana\ttea\trating\t4\t2026-01-31T18:30:00Z",
        "f2\tana\ttea\tlike\t\t");

    try (Stream<FeedbackReceived> feedback = open().feedback().orElseThrow().records()) {
      assertThat(feedback)
          .containsExactly(
              new FeedbackReceived(
                  "f1", "ana", "tea", "rating", 4.0, Instant.parse("2026-01-31T18:30:00Z")),
              new FeedbackReceived("f2", "ana", "tea", "like", null, null));
    }
  }

  @Test
  void rejectsFaultyFeedbackByLineAndColumn() throws IOException {
    TestFiles.write(
        directory,
        "feedback.tsv",
        FEEDBACK_HEADER,
        "f1\tana\ttea\trating\tfour\t",
        "f2\tana\ttea\trating\tNaN\t",
        "f3\tana\ttea\tlike\t\tyesterday",
        "f4\tana\ttea",
        "\tana\ttea\tlike\t\t");

    List<Line<FeedbackReceived>> lines;
    try (var stream = open().feedback().orElseThrow().lines()) {
      lines = stream.toList();
    }

    assertThat(lines)
        .containsExactly(
            new Line.Rejected<>(2, "value", "must be a number, was four"),
            new Line.Rejected<>(3, "value", "must be a number, was NaN"),
            new Line.Rejected<>(
                4, "occurredAt", "must be a time like 2026-01-31T18:30:00Z, was yesterday"),
            new Line.Rejected<>(5, "line", "must have 6 columns, had 3"),
            new Line.Rejected<>(6, "feedbackId", "must not be empty"));
  }

  @Test
  void refusesAHeaderWithoutTheColumnsItNeeds() throws IOException {
    TestFiles.write(directory, "triples.tsv", "head,relation,tail", "item:tea,drink,use:drinks");

    assertThatThrownBy(() -> open().triples().orElseThrow().lines())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "triples.tsv must start with a header of the tab-separated columns head relation tail"
                + " [weight validFrom validUntil], was: head,relation,tail");
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
