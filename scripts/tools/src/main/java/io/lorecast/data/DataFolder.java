package io.lorecast.data;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that holds a catalogue, its knowledge graph and what users did with it: each in a file
 * that may be absent, read as the records that travel in events.
 */
public sealed interface DataFolder permits LorecastFolder, MovieLensFolder {

  /**
   * Returns the folder at {@code directory}; its format is told by the files it holds.
   *
   * @throws DataException if it is no folder, or holds none of the files looked for
   */
  static DataFolder open(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new DataException("There is no folder " + directory);
    }
    DataFolder movieLens = new MovieLensFolder(directory);
    DataFolder own = new LorecastFolder(directory);
    // Both formats have an items.jsonl: the other files tell them apart.
    DataFolder folder = isMovieLens(movieLens) ? movieLens : own;
    if (folder.files().isEmpty()) {
      throw new DataException(
          """
          %s holds no data. Looked for (each may end in .gz):
            %s, %s, %s (or %s, %s, %s), %s (Lorecast's own format), or
            %s, %s, %s (MovieLens style)\
          """
              .formatted(
                  directory,
                  LorecastFolder.ITEMS,
                  LorecastFolder.ENTITIES,
                  LorecastFolder.TRIPLES,
                  GraphFile.N_TRIPLES,
                  GraphFile.TURTLE,
                  GraphFile.CSV,
                  LorecastFolder.FEEDBACK,
                  MovieLensFolder.ITEMS,
                  MovieLensFolder.TRIPLES,
                  MovieLensFolder.RATINGS));
    }
    return folder;
  }

  private static boolean isMovieLens(DataFolder folder) {
    return folder.feedback().isPresent() || folder.triples().isPresent();
  }

  /** Returns the items, or empty if the folder has none. */
  Optional<DataFile<ItemAdded>> items();

  /**
   * Returns what entities of the knowledge graph are called, or empty if the folder has no word.
   */
  Optional<DataFile<EntityDescription>> entities();

  /** Returns the edges of the knowledge graph, or empty if the folder has none. */
  Optional<DataFile<EdgeChange>> triples();

  /** Returns what users did, or empty if the folder has none of it. */
  Optional<DataFile<FeedbackReceived>> feedback();

  /**
   * Returns, in a sentence, which entities of the graph were found to be items, of the edges read
   * so far; empty for formats that name items by their ids.
   */
  default Optional<String> linkReport() {
    return Optional.empty();
  }

  /** Returns the files that are there. */
  default List<DataFile<?>> files() {
    return Stream.<Optional<? extends DataFile<?>>>of(items(), entities(), triples(), feedback())
        .<DataFile<?>>flatMap(Optional::stream)
        .toList();
  }
}
