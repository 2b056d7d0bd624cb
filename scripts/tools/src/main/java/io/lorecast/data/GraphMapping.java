package io.lorecast.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a graph file become, as {@code graph.json} says.
 *
 * @param prefixes entity type by what IRIs of that type begin with; the type {@code item} makes the
 *     rest of the IRI an item's id
 * @param relations relation by IRI of a predicate; one that is mapped to the empty text is left out
 * @param linkByLabel whether an entity whose label is the name of exactly one item is that item
 * @param csv how a line of {@code edges.csv} becomes an edge; null if there is none
 */
record GraphMapping(
    @Nullable Map<String, String> prefixes,
    @Nullable Map<String, String> relations,
    @Nullable Boolean linkByLabel,
    @Nullable CsvColumns csv) {

  static final String FILE = "graph.json";

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Texts with the names of columns in braces, such as {@code person:{name}}.
   *
   * @param weight a column or number; null for 1
   */
  record CsvColumns(String head, String relation, String tail, @Nullable String weight) {}

  /**
   * Returns the mapping of a folder, or one that maps nothing if it has none.
   *
   * @throws DataException if the file cannot be read or is none
   */
  static GraphMapping read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return new GraphMapping(null, null, null, null);
    }
    try {
      return JSON.readValue(Files.readString(file), GraphMapping.class);
    } catch (JsonProcessingException e) {
      throw new DataException(file + " is no mapping of a graph: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new DataException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  boolean linksByLabel() {
    return Boolean.TRUE.equals(linkByLabel);
  }

  Map<String, String> typeByPrefix() {
    return Objects.requireNonNullElse(prefixes, Map.of());
  }

  Map<String, String> relationByPredicate() {
    return Objects.requireNonNullElse(relations, Map.of());
  }
}
