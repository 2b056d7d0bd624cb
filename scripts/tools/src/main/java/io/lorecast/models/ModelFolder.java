package io.lorecast.models;

import io.lorecast.data.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of models, each in a folder of its name. */
record ModelFolder(Path root) {

  Path of(Model model) {
    return root.resolve(model.name());
  }

  /** Returns whether every file of {@code model} is here, with its hash. */
  boolean holds(Model model) throws IOException {
    for (Map.Entry<String, String> file : model.hashes().entrySet()) {
      Path path = of(model).resolve(file.getKey());
      if (!Files.isRegularFile(path) || !FileHash.of(path).equals(file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Fetches {@code model}. Its files are put in place when all are there and each has its hash;
   * what lay there before is replaced.
   *
   * @throws ModelException if they cannot be had or are not those known
   */
  void fetch(Model model, Progress progress) throws IOException {
    Path aside = Files.createTempDirectory(Files.createDirectories(root), model.name());
    try {
      model.origin().fetch(aside, progress);
      for (Map.Entry<String, String> file : model.hashes().entrySet()) {
        KnownHash.require(aside.resolve(file.getKey()), file.getValue());
      }
      Files.createDirectories(of(model));
      for (String file : model.hashes().keySet()) {
        Path target = of(model).resolve(file);
        Files.move(aside.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      delete(aside);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
