package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Files under one folder; links that lead out of it are not followed. */
final class AllowedFolder {

  private final Optional<Path> root;
  private final long limit;

  AllowedFolder(Optional<Path> folder, long limit) {
    this.root = folder.map(AllowedFolder::real);
    this.limit = limit;
  }

  /**
   * Reads a file.
   *
   * @param location {@code file:///absolute/path}, or {@code file:path} below the folder
   */
  byte[] read(URI location) {
    Path folder =
        root.orElseThrow(() -> notAllowed("no file: location", "file:, and no folder is allowed"));
    String path = Optional.ofNullable(location.getPath()).orElse(location.getSchemeSpecificPart());
    if (location.getAuthority() != null || path.indexOf('\0') >= 0) {
      throw notAllowed("a path on this machine", "file: with a host");
    }
    Path file = real(folder.resolve(path));
    if (!file.startsWith(folder) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw notAllowed("a file under the allowed folder", "another");
    }
    return read(file);
  }

  private byte[] read(Path file) {
    // No link in its path any more: should one be put there now, it is not followed.
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes((int) limit + 1);
      if (bytes.length > limit) {
        throw ImageSources.tooManyBytes(limit, "more than " + limit);
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      throw new ImageException(Reason.MISSING, ImageSources.FIELD, "a file", "none", e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ImageException unreadable(IOException cause) {
    return new ImageException(
        Reason.UNREACHABLE,
        ImageSources.FIELD,
        "a file that can be read",
        cause.getClass().getSimpleName(),
        cause);
  }

  private static ImageException notAllowed(String expected, String found) {
    return new ImageException(Reason.NOT_ALLOWED, ImageSources.FIELD, expected, found);
  }
}
