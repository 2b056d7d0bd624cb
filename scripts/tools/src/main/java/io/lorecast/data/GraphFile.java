package io.lorecast.data;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.ItemAdded;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file of a folder that holds its graph, in one of the formats there are.
 *
 * @param file its edges
 * @param labels what it calls its entities; empty for formats of edges alone
 * @param links which of its entities are items; empty for formats that name items by their ids
 */
record GraphFile(
    DataFile<EdgeChange> file,
    Optional<DataFile<EntityDescription>> labels,
    Optional<ItemLinks> links) {

  static final String N_TRIPLES = "graph.nt";
  static final String TURTLE = "graph.ttl";
  static final String CSV = "edges.csv";

  /** Finds the file, and is never read by. */
  private static final DataFile.LineFormat<EdgeChange> UNMAPPED =
      lines -> (number, text) -> new Line.Rejected<>(number, "line", "needs a mapping");

  /**
   * Returns the graph file of {@code directory}, or empty if it has none.
   *
   * @param items of the folder, for linking
   * @throws DataException if there are several, or what it needs is missing
   */
  static Optional<GraphFile> find(
      Path directory, DataFile.Format<EdgeChange> triples, Optional<DataFile<ItemAdded>> items) {
    FolderFiles files = new FolderFiles(directory);
    GraphMapping mapping = GraphMapping.read(directory);
    List<GraphFile> found =
        Stream.of(
                files.find(LorecastFolder.TRIPLES, triples).map(GraphFile::plain),
                csv(files, mapping),
                rdf(files, N_TRIPLES, mapping, items),
                rdf(files, TURTLE, mapping, items))
            .flatMap(Optional::stream)
            .toList();
    if (found.size() > 1) {
      throw new DataException(
          "%s holds several graph files, %s: leave one"
              .formatted(directory, found.stream().map(one -> one.file().name()).toList()));
    }
    return found.stream().findFirst();
  }

  private static GraphFile plain(DataFile<EdgeChange> file) {
    return new GraphFile(file, Optional.empty(), Optional.empty());
  }

  private static Optional<GraphFile> csv(FolderFiles files, GraphMapping mapping) {
    GraphMapping.CsvColumns columns = mapping.csv();
    if (columns == null) {
      files
          .find(CSV, UNMAPPED)
          .ifPresent(
              file -> {
                throw new DataException(
                    file.path() + " needs a mapping: the field csv of " + GraphMapping.FILE);
              });
      return Optional.empty();
    }
    return files.find(CSV, new CsvEdges(columns)).map(GraphFile::plain);
  }

  private static Optional<GraphFile> rdf(
      FolderFiles files, String name, GraphMapping mapping, Optional<DataFile<ItemAdded>> items) {
    ItemLinks links = new ItemLinks();
    RdfEdges edges = new RdfEdges(mapping, links);
    boolean turtle = name.equals(TURTLE);
    Optional<DataFile<EdgeChange>> file = files.find(name, new RdfLines<>(turtle, edges::edge));
    file.ifPresent(
        found -> {
          items.ifPresent(them -> addItems(them, links));
          if (mapping.linksByLabel()) {
            learnLabels(found, turtle, edges);
          }
        });
    return file.map(
        found ->
            new GraphFile(
                found, files.find(name, new RdfLabels(turtle, edges)), Optional.of(links)));
  }

  private static void addItems(DataFile<ItemAdded> items, ItemLinks links) {
    try (Stream<Line<ItemAdded>> lines = items.lines()) {
      lines.forEach(
          line -> {
            if (line instanceof Line.Accepted<ItemAdded> accepted) {
              links.add(accepted.value().itemId(), accepted.value().name());
            }
          });
    }
  }

  /** Labels may stand after the edges, so they are read first, all of them. */
  private static void learnLabels(DataFile<EdgeChange> file, boolean turtle, RdfEdges edges) {
    RdfLines<EdgeChange> learning =
        new RdfLines<>(
            turtle,
            statement -> {
              edges.learn(statement);
              return Optional.empty();
            });
    file.read(lines -> learning.lines(lines).forEach(bad -> {})); // told when edges are read
  }
}
