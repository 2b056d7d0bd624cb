package io.lorecast.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensFolderTest {

  @TempDir Path directory;

  @BeforeEach
  void writeFolder() throws IOException {
    TestFiles.writePacked(
        directory,
        "items.jsonl.gz",
        "{\"item_id\":7,\"title\":\"The Salt Road\",\"year\":1931,\"plot\":\"Two carters race.\","
            + "\"genres\":[\"Western\"],\"omdb_genres\":[\"Drama\",\"War\",\"Drama\"]}",
        "{\"item_id\":8,\"title\":\"Untold\",\"plot\":null,\"omdb_genres\":[]}",
        "{\"item_id\":9,\"title\":\"\"}");
    TestFiles.write(
        directory,
        "kg_omdb_triples.tsv",
        "head\trelation\ttail",
        "movie:7\thas_genre\tgenre:Drama",
        "movie:7\thas_genre\tgenre:War",
        "movie:7\tdirected_by\tperson:Ida Vale");
    TestFiles.write(
        directory,
        "ratings.tsv",
        "user_id\titem_id\trating\ttimestamp\tfold5",
        "3\t7\t4\t1000000000\t1",
        "2\t8\t5\t900000000\t2",
        "2\t8\t5\tnever\t2");
  }

  @Test
  void mapsItems() {
    List<Line<ItemAdded>> items = folder().items().orElseThrow().lines().toList();

    assertThat(items)
        .containsExactly(
            new Line.Accepted<>(
                1,
                new ItemAdded(
                    "7",
                    null,
                    "The Salt Road",
                    "Two carters race.",
                    null,
                    null,
                    Map.of("genre", List.of("Drama", "War")),
                    "en",
                    null)),
            new Line.Accepted<>(
                2, new ItemAdded("8", null, "Untold", null, null, null, null, "en", null)),
            new Line.Rejected<>(3, "title", "must not be empty"));
  }

  @Test
  void mapsTriples() {
    assertThat(folder().triples().orElseThrow().records())
        .containsExactly(
            new EdgeChange("item:7", "genre", "genre:Drama", null),
            new EdgeChange("item:7", "genre", "genre:War", null),
            new EdgeChange("item:7", "directed_by", "person:Ida Vale", null));
  }

  @Test
  void mapsRatingsInFileOrder() {
    List<Line<FeedbackReceived>> ratings = folder().feedback().orElseThrow().lines().toList();

    assertThat(ratings)
        .containsExactly(
            new Line.Accepted<>(
                2,
                new FeedbackReceived(
                    "ml-3-7", "3", "7", "rating", 4.0, Instant.ofEpochSecond(1_000_000_000))),
            new Line.Accepted<>(
                3,
                new FeedbackReceived(
                    "ml-2-8", "2", "8", "rating", 5.0, Instant.ofEpochSecond(900_000_000))),
            new Line.Rejected<>(4, "timestamp", "must be whole seconds since 1970, was never"));
  }

  @Test
  void edgesOfTheGenreAttributeAreEdgesOfTheTriples() {
    Set<EdgeChange> ofAttributes = new HashSet<>();
    folder()
        .items()
        .orElseThrow()
        .lines()
        .filter(line -> line instanceof Line.Accepted)
        .map(line -> ((Line.Accepted<ItemAdded>) line).value())
        .filter(item -> item.attributes() != null)
        .forEach(
            item ->
                item.attributes()
                    .forEach(
                        (name, values) ->
                            values.forEach(
                                value ->
                                    ofAttributes.add(
                                        new EdgeChange(
                                            "item:" + item.itemId(),
                                            name,
                                            name + ":" + value,
                                            null)))));

    assertThat(folder().triples().orElseThrow().records()).containsAll(ofAttributes);
    assertThat(ofAttributes).hasSize(2);
  }

  private DataFolder folder() {
    return DataFolder.open(directory);
  }
}
