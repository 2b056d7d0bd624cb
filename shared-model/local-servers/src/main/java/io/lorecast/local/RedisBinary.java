package io.lorecast.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** Finds a redis-server: the machine's, else the one that embedded-redis bundles. */
final class RedisBinary {

  private static final String NAME = "redis-server";

  private static @Nullable Path unpacked;

  private RedisBinary() {}

  /**
   * Returns the file to run.
   *
   * @param searchPath folders as in the variable PATH
   * @throws LocalServerException if they have none and none is bundled for this platform
   */
  static Path find(String searchPath) {
    return onPath(searchPath).orElseGet(RedisBinary::bundled);
  }

  private static Optional<Path> onPath(String searchPath) {
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Unpacks the bundled server once for this process, where no other user could have put one. */
  private static synchronized Path bundled() {
    Path known = unpacked;
    if (known == null) {
      known = unpack();
      unpacked = known;
    }
    return known;
  }

  private static Path unpack() {
    try {
      Path folder = Files.createTempDirectory("lorecast-redis-server");
      File file = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
      folder.toFile().deleteOnExit(); // files are deleted in reverse order: the folder last
      file.deleteOnExit();
      return file.toPath();
    } catch (IOException | IllegalArgumentException e) {
      throw new LocalServerException(
          "no redis-server on the PATH and none bundled for this platform: install one", e);
    }
  }
}
