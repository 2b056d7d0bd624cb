package io.lorecast.importer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers how far the import of one folder to one target is, so that a broken one can go on: a
 * small JSON file in a folder of the user's, never in the data folder. It is replaced whole, so a
 * crash leaves the old or the new one. Any thread may use it.
 */
final class StateFile {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path path;
  private final Map<String, Progress> sections;

  private StateFile(Path path, Map<String, Progress> sections) {
    this.path = path;
    this.sections = sections;
  }

  /**
   * Opens the state of importing {@code data} to {@code target}; one that cannot be read counts as
   * none, for sending everything again does no harm.
   */
  static StateFile open(Path directory, URI target, Path data) throws IOException {
    String name = Event.digest(target + "\n" + data.toRealPath()) + ".json";
    Path path = directory.resolve(name);
    return new StateFile(path, read(path));
  }

  /** Returns {@code $XDG_STATE_HOME/lorecast/import}, by default under {@code ~/.local/state}. */
  static Path defaultDirectory(Map<String, String> environment, Path home) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base = state.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(state);
    return base.resolve("lorecast").resolve("import");
  }

  private static Map<String, Progress> read(Path path) {
    try {
      return JSON.readValue(path.toFile(), new TypeReference<TreeMap<String, Progress>>() {});
    } catch (IOException e) {
      return new TreeMap<>();
    }
  }

  /** Returns how far {@code section} is, if it is still the same file; else that nothing is. */
  synchronized Progress progress(String section, String fingerprint) {
    Progress kept = sections.get(section);
    return kept != null && kept.fingerprint().equals(fingerprint)
        ? kept
        : Progress.none(fingerprint);
  }

  /** Returns whether an earlier import of the folder to the target is unfinished. */
  synchronized boolean isBegun() {
    return !sections.isEmpty();
  }

  /** Writes down how far {@code section} is. */
  synchronized void save(String section, Progress progress) throws IOException {
    if (progress.equals(sections.put(section, progress))) {
      return;
    }
    Files.createDirectories(path.getParent());
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(sections));
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets everything. */
  synchronized void delete() throws IOException {
    sections.clear();
    Files.deleteIfExists(path);
  }
}
