package io.lorecast.allinone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where one process keeps its data. A file in it says that it is ours, and how the tables are laid
 * out: rows of another version would be read as if they were broken.
 */
record DataFolder(Path home) {

  private static final String MARK = ".lorecast";

  /** Changes whenever rows written before can no longer be read. */
  private static final String LAYOUT = "layout 2";

  /**
   * Returns why the folder cannot be used, for people; empty if it can.
   *
   * @param fresh whether what is in it is to be thrown away
   */
  String problem(boolean fresh) throws IOException {
    boolean ours = Files.exists(mark());
    if (fresh) {
      return ours || isEmpty()
          ? ""
          : home + " was not made by Lorecast, so --fresh does not empty it.";
    }
    if (ours && !Files.readString(mark()).strip().equals(LAYOUT)) {
      return home
          + " was made by another version of Lorecast, which laid its tables out in another way."
          + " Start with --fresh, which throws its data away, or with --data and another folder.";
    }
    return "";
  }

  /** Makes the folder, emptied if it is to be {@code fresh}, and marks it. */
  void prepare(boolean fresh) throws IOException {
    if (fresh && Files.exists(home)) {
      try (Stream<Path> paths = Files.walk(home)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(home);
    Files.writeString(mark(), LAYOUT);
  }

  private Path mark() {
    return home.resolve(MARK);
  }

  private boolean isEmpty() throws IOException {
    if (!Files.isDirectory(home)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(home)) {
      return entries.findAny().isEmpty();
    }
  }
}
