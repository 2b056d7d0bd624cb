package io.lorecast.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files of a folder, packed or not. */
record FolderFiles(Path directory) {

  /**
   * Returns the file {@code name} or {@code name.gz} in {@code format}, or empty if neither is
   * there.
   *
   * @throws DataException if both are, for one of them is out of date
   */
  <T> Optional<DataFile<T>> find(String name, DataFile.Format<T> format) {
    Path plain = directory.resolve(name);
    Path packed = directory.resolve(name + ".gz");
    if (Files.isRegularFile(plain) && Files.isRegularFile(packed)) {
      throw new DataException(
          "%s holds both %s and %s.gz: remove the one that is out of date"
              .formatted(directory, name, name));
    }
    return Stream.of(plain, packed)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(path -> new DataFile<>(path, format));
  }
}
