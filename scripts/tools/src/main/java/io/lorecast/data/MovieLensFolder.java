package io.lorecast.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DataFolder} in the style of MovieLens, enriched with plots and a knowledge graph. The
 * whole mapping stands here:
 *
 * <table>
 *   <caption>File and column, and what becomes of it</caption>
 *   <tr><td>items.jsonl: item_id, title, plot</td><td>itemId, name, description, in English</td></tr>
 *   <tr><td>items.jsonl: omdb_genres</td><td>the attribute {@code genre}</td></tr>
 *   <tr><td>kg_omdb_triples.tsv: {@code movie:7}</td><td>the entity {@code item:7}</td></tr>
 *   <tr><td>kg_omdb_triples.tsv: {@code has_genre}</td><td>the relation {@code genre}</td></tr>
 *   <tr><td>ratings.tsv: user_id, item_id</td><td>userId, itemId; feedbackId
 *       {@code ml-<user>-<item>}, for a user rates a movie once</td></tr>
 *   <tr><td>ratings.tsv: rating, timestamp (seconds)</td><td>kind {@code rating} with its value,
 *       occurredAt</td></tr>
 * </table>
 *
 * <p>The genres come twice on purpose. As an attribute they can be filtered by; the edge it
 * becomes, {@code item:7 genre genre:Drama}, is the very edge of the triple, so that the graph has
 * as many edges as the file has triples. No other column becomes an attribute, for the triples say
 * it all. A second graph, {@link FreebaseGraph}, is for comparison and is not imported.
 */
public final class MovieLensFolder implements DataFolder {

  static final String ITEMS = "items.jsonl";
  static final String TRIPLES = "kg_omdb_triples.tsv";
  static final String RATINGS = "ratings.tsv";

  private static final String MOVIE = "movie:";

  static final List<String> TRIPLE = List.of("head", "relation", "tail");

  private final FolderFiles files;

  MovieLensFolder(Path directory) {
    this.files = new FolderFiles(directory);
  }

  @Override
  public Optional<DataFile<ItemAdded>> items() {
    return files.find(ITEMS, new JsonLines<>(Movie.class, true, MovieLensFolder::item));
  }

  /** The file of Lorecast's own format: data in this style have none. */
  @Override
  public Optional<DataFile<EntityDescription>> entities() {
    return LorecastFolder.entities(files);
  }

  @Override
  public Optional<DataFile<EdgeChange>> triples() {
    return files.find(TRIPLES, new TabSeparated<>(TRIPLE, List.of(), MovieLensFolder::edge));
  }

  /** Returns the edges of the graph for comparison, or empty if the folder has none. */
  public Optional<Stream<EdgeChange>> freebaseEdges() {
    return new FreebaseGraph(files).edges();
  }

  @Override
  public Optional<DataFile<FeedbackReceived>> feedback() {
    return files.find(
        RATINGS,
        new TabSeparated<>(
            List.of("user_id", "item_id", "rating", "timestamp"),
            List.of(),
            MovieLensFolder::rating));
  }

  /** The columns of an item that are read. */
  record Movie(
      @JsonProperty("item_id") @Nullable String itemId,
      @Nullable String title,
      @Nullable String plot,
      @JsonProperty("omdb_genres") @Nullable List<String> genres) {}

  private static ItemAdded item(Movie movie) {
    List<String> genres = movie.genres() == null ? List.of() : movie.genres();
    return new ItemAdded(
        required("item_id", movie.itemId()),
        null,
        required("title", movie.title()),
        movie.plot(),
        null,
        null,
        genres.isEmpty() ? null : Map.of("genre", genres.stream().distinct().toList()),
        "en",
        null);
  }

  private static EdgeChange edge(TabSeparated.Row row) {
    String relation = row.text("relation");
    return new EdgeChange(
        entity(row.text("head")),
        relation.equals("has_genre") ? "genre" : relation,
        entity(row.text("tail")),
        null);
  }

  private static FeedbackReceived rating(TabSeparated.Row row) {
    String user = row.text("user_id");
    String item = row.text("item_id");
    row.text("rating");
    return new FeedbackReceived(
        "ml-" + user + "-" + item,
        user,
        item,
        "rating",
        row.optionalNumber("rating"),
        time(row.text("timestamp")));
  }

  private static String entity(String name) {
    return name.startsWith(MOVIE) ? "item:" + name.substring(MOVIE.length()) : name;
  }

  private static Instant time(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      throw new BadField("timestamp", "must be whole seconds since 1970, was " + seconds);
    }
  }

  private static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new BadField(field, "must not be empty");
    }
    return text;
  }
}
