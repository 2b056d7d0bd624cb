package io.lorecast.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lorecast.events.EdgeChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The edges of {@code kg_freebase_triples.tsv} in a folder in MovieLens style: {@code m.0x} is the
 * item that is linked to it, else the entity {@code mid:m.0x}. Awards are left out: one may be
 * younger than the ratings that are to be foretold, and tells which films were liked.
 *
 * <p>Items are linked by {@code kg_freebase_links.tsv} (item_id, freebase_id) where the folder has
 * it, else by the column {@code freebase_id} of its items. Published links of MovieLens to Freebase
 * go by the numbers of MovieLens 20M, which are not those of MovieLens 100K: with them items get
 * the edges of other films.
 */
record FreebaseGraph(FolderFiles files) {

  private static final String TRIPLES = "kg_freebase_triples.tsv";
  private static final String LINKS = "kg_freebase_links.tsv";

  private static final Set<String> AWARDS =
      Set.of("film.film.award_nomination", "film.film.award_won");

  /** The type of the entities, which have no names but ids. */
  private static final String TYPE = "mid:";

  /** Returns the edges, or empty if the folder has none. */
  Optional<Stream<EdgeChange>> edges() {
    Map<String, String> items = items();
    return files
        .find(
            TRIPLES,
            new TabSeparated<>(
                MovieLensFolder.TRIPLE,
                List.of(),
                row ->
                    new EdgeChange(
                        items.getOrDefault(row.text("head"), TYPE + row.text("head")),
                        row.text("relation"),
                        items.getOrDefault(row.text("tail"), TYPE + row.text("tail")),
                        null)))
        .map(file -> file.records().filter(edge -> !AWARDS.contains(edge.relation())));
  }

  /** Returns which item each film is; the first of several with the same id. */
  private Map<String, String> items() {
    Map<String, String> items = new HashMap<>();
    links()
        .forEach(
            link -> {
              if (link.film() != null) {
                items.putIfAbsent(link.film(), "item:" + link.item());
              }
            });
    return items;
  }

  private Stream<Link> links() {
    return files
        .find(
            LINKS,
            new TabSeparated<>(
                List.of("item_id", "freebase_id"),
                List.of(),
                row -> new Link(row.text("item_id"), row.text("freebase_id"))))
        .or(
            () ->
                files.find(MovieLensFolder.ITEMS, new JsonLines<>(Link.class, true, link -> link)))
        .map(DataFile::records)
        .orElse(Stream.of());
  }

  /** What links an item to a film of Freebase. */
  record Link(
      @JsonProperty("item_id") @Nullable String item,
      @JsonProperty("freebase_id") @Nullable String film) {}
}
