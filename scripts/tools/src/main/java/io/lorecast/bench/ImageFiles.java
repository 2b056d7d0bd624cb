package io.lorecast.bench;

import io.lorecast.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The image files of a data folder. */
final class ImageFiles {

  private ImageFiles() {}

  /**
   * Returns the images of {@code data}, or of its folder {@code posters} or {@code images}, in the
   * order of their names.
   *
   * @throws DataException if there are too few to look among
   */
  static List<Path> under(Path data) {
    Path folder =
        Stream.of("posters", "images")
            .map(data::resolve)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(data);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> images = files.filter(ImageFiles::isImage).sorted().toList();
      if (images.size() < ImagesRun.QUERIES) {
        throw new DataException(
            "%s must hold at least %d images (jpg, png, webp), holds %d"
                .formatted(folder, ImagesRun.QUERIES, images.size()));
      }
      return images;
    } catch (IOException e) {
      throw new DataException(folder + " cannot be read: " + e.getMessage());
    }
  }

  private static boolean isImage(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|webp)");
  }
}
