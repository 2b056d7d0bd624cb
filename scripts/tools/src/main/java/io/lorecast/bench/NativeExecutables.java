package io.lorecast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the native executables of functions: built ones, or those that somebody names. */
final class NativeExecutables {

  private static final String RUNNER = "-runner";

  private NativeExecutables() {}

  /**
   * Returns the executable of each of {@code functions} that has one.
   *
   * @param named files, whose names hold that of their function, or folders of such files; without
   *     any, what {@code mvn package -Pnative} left in the functions' target folders
   * @throws IOException if something is named that is not there, or is of none of the functions
   */
  static Map<String, Path> find(List<Path> named, Path functionModules, List<String> functions)
      throws IOException {
    Map<String, Path> found = new TreeMap<>();
    for (String function : functions) {
      Path built = functionModules.resolve(function).resolve("target");
      List<Path> places = named.isEmpty() ? List.of(built) : named;
      for (Path file : executables(places)) {
        if (nameOf(file).equals(function)) {
          found.put(function, file.toAbsolutePath());
        }
      }
    }
    if (found.isEmpty() && !named.isEmpty()) {
      throw new IOException(
          "--native must name executables of " + functions + ", there are none in " + named);
    }
    return found;
  }

  private static List<Path> executables(List<Path> places) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> inside = Files.list(place)) {
          inside.forEach(files::add);
        }
      } else {
        files.add(place);
      }
    }
    files.removeIf(file -> !Files.isRegularFile(file) || !Files.isExecutable(file));
    return files;
  }

  /** Both {@code feedback} and {@code lorecast-feedback-0.1.0-runner} are feedback's. */
  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(RUNNER) ? name.replaceFirst("^lorecast-(.+?)-\\d.*$", "$1") : name;
  }
}
