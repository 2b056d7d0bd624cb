package io.lorecast.bench;

import io.lorecast.data.DataException;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.image.ImageEncoderSettings;
import io.lorecast.encoding.image.ImageEncoders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench images}: whether an altered image finds its original. */
@Command(
    name = "images",
    description = {
      "Images: mirrored and resized copies of 24 of them look for their originals among all, by the"
          + " cosine of their features; beside it, of thumbnails of 16 x 16 pixels."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImagesBench implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      description = "a folder of images, or one with such a folder 'posters' or 'images'")
  private Path data = Path.of(".");

  @Option(
      names = "--model",
      description = "an image model's folder (${DEFAULT-VALUE}); see scripts/models",
      defaultValue = "models/nsfw-mobilenet")
  private Path model = Path.of(".");

  @Override
  public Integer call() {
    List<Path> files = ImageFiles.under(data);
    if (!Files.isDirectory(model)) {
      throw new DataException(model + " is no model: scripts/models get nsfw-mobilenet");
    }
    try (ImageEncoder encoder = ImageEncoders.open(model, ImageEncoderSettings.defaults())) {
      ImagesRun run = new ImagesRun(files);
      run.warmUp(encoder);
      ImageRow features =
          run.row(encoder.version(), image -> encoder.encode(image).features().toArray());
      ImageRow pixels = run.row("16 x 16 pixels", Thumbnail::of);
      print(List.of(features, pixels), files.size());
      System.out.println(json(features, pixels));
    }
    return 0;
  }

  private static void print(List<ImageRow> rows, int images) {
    System.out.printf("%n%d images, copies of %d of them%n%n", images, ImagesRun.QUERIES);
    System.out.printf("%-76s %9s", "how often the original is first", "images/s");
    for (Alteration alteration : Alteration.values()) {
      System.out.printf(" %9s", alteration.title());
    }
    for (ImageRow row : rows) {
      System.out.printf(Locale.ROOT, "%n%-76s %9.1f", row.name(), row.imagesPerSecond());
      for (Alteration alteration : Alteration.values()) {
        System.out.printf(Locale.ROOT, " %9.4f", row.hit(alteration));
      }
    }
    System.out.printf("%n%nimages/s: of one core's time; resized copies by their width%n%n");
  }

  private static String json(ImageRow features, ImageRow pixels) {
    return String.format(
        Locale.ROOT,
        "{\"images_per_cpu_s\": %.1f, \"mirrored_hit1\": %.4f, \"resized_hit1\": %.4f,"
            + " \"rss_mb\": %d, \"resized60_hit1\": %.4f, \"mirrored_hit1_pixels\": %.4f,"
            + " \"resized_hit1_pixels\": %.4f}",
        features.imagesPerSecond(),
        features.hit(Alteration.MIRRORED),
        features.hit(Alteration.SMALLER),
        ProcessCost.residentMegabytes(),
        features.hit(Alteration.MUCH_SMALLER),
        pixels.hit(Alteration.MIRRORED),
        pixels.hit(Alteration.SMALLER));
  }
}
