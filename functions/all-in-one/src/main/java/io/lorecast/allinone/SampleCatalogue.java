package io.lorecast.allinone;

import io.lorecast.importer.ImportCommand;
import io.lorecast.store.ItemStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty catalogue with well-known films, by the same events and tool as any other. */
@Singleton
class SampleCatalogue {

  private static final List<String> FILES =
      List.of("items.jsonl", "entities.jsonl", "triples.tsv", "feedback.tsv");

  private final ItemStore items;
  private final boolean wanted;
  private final Path folder;

  SampleCatalogue(
      ItemStore items,
      @ConfigProperty(name = "lorecast.all-in-one.sample") boolean wanted,
      @ConfigProperty(name = "lorecast.all-in-one.sample-import") Path folder) {
    this.items = items;
    this.wanted = wanted;
    this.folder = folder;
  }

  /**
   * Loads the sample into the functions at {@code port}, unless there are items already. An import
   * that broke off left its folder and goes on.
   */
  void load(int port) {
    if (!wanted || (!Files.exists(folder) && !isEmpty())) {
      return;
    }
    System.out.println(
        "Loading the sample catalogue meanwhile: films, who made them, and what people like");
    try {
      copyTo(folder);
      int code =
          ImportCommand.run(
              folder.toString(),
              "--to",
              "http://127.0.0.1:" + port,
              "--state-dir",
              folder.resolve("state").toString());
      if (code == 0) {
        delete(folder);
      } else {
        System.err.println("The sample was not loaded in full; the next start goes on.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("loading the sample catalogue", e);
    }
  }

  private boolean isEmpty() {
    return items.all().select().first().collect().asList().await().indefinitely().isEmpty();
  }

  private static void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      try (InputStream content = SampleCatalogue.class.getResourceAsStream("/sample/" + file)) {
        Files.copy(
            Objects.requireNonNull(content, file),
            folder.resolve(file),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
