package io.lorecast.bench;

import io.lorecast.data.DataException;
import io.lorecast.data.DataFile;
import io.lorecast.data.DataFolder;
import io.lorecast.data.MovieLensFolder;
import io.lorecast.events.EdgeChange;
import java.util.Optional;
import java.util.stream.Stream;

/** Which knowledge graph a benchmark gives its items. Named as on the command line. */
enum BenchGraph {
  /** The one that an import of the folder would store. */
  folder,

  /** None: what the graph adds is what is lost without it. */
  none,

  /** The second graph of a folder in MovieLens style. */
  freebase;

  /**
   * Returns the edges.
   *
   * @throws DataException if {@code folder} does not hold this graph
   */
  Stream<EdgeChange> of(DataFolder folder) {
    return switch (this) {
      case folder -> folder.triples().map(DataFile::records).orElse(Stream.of());
      case none -> Stream.of();
      case freebase -> {
        if (folder instanceof MovieLensFolder movieLens) {
          Optional<Stream<EdgeChange>> edges = movieLens.freebaseEdges();
          if (edges.isPresent()) {
            yield edges.get();
          }
        }
        throw new DataException("--graph freebase needs a folder with kg_freebase_triples.tsv");
      }
    };
  }
}
