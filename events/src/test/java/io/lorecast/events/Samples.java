package io.lorecast.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample files, found as the files they are. */
final class Samples {

  private Samples() {}

  /** Returns the samples of {@code type} that are valid. */
  static List<Path> validOf(String type) {
    return jsonIn(folderOf(type));
  }

  /** Returns the samples of {@code type} that must be refused. */
  static List<Path> invalidOf(String type) {
    return jsonIn(folderOf(type).resolve("invalid"));
  }

  static Path resource(String name) {
    try {
      return Path.of(Schemas.class.getClassLoader().getResource(name).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path folderOf(String type) {
    return resource("samples/" + type.split("\\.", -1)[2]);
  }

  static List<Path> jsonIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
