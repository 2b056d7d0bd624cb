package io.lorecast.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The image model: fetched as an npm package, converted here. Its two JSON files say what the
 * package's own JavaScript does: pixels in [0, 1], squashed to 224 x 224, and the classes' names.
 */
final class NsfwMobileNet implements Model.Origin {

  private static final String PACKAGE = "nsfwjs@4.4.0";
  private static final String ARCHIVE = "nsfwjs-4.4.0.tgz";
  private static final String ARCHIVE_HASH =
      "585cd178f3b994337c4d10a87b080d342fc52f8b9bf0085c4d1f345a3a1c5382";

  private static final String PREPROCESSING =
      """
      {
        "do_resize": true,
        "size": {"height": 224, "width": 224},
        "resample": 2,
        "do_center_crop": false,
        "do_rescale": true,
        "rescale_factor": 0.00392156862745098,
        "do_normalize": false
      }
      """;

  private static final String CONFIGURATION =
      """
      {
        "id2label": {"0": "drawing", "1": "hentai", "2": "neutral", "3": "porn", "4": "sexy"}
      }
      """;

  @Override
  public void fetch(Path folder, Progress progress) throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("npm"));
    Program.run(List.of("npm", "pack", PACKAGE, "--silent"), scratch, "Node.js", progress);
    Path archive = scratch.resolve(ARCHIVE);
    KnownHash.require(archive, ARCHIVE_HASH);
    progress.note("converting to ONNX");
    NsfwPackage nsfw = NsfwPackage.read(Files.readAllBytes(archive));
    Files.write(folder.resolve("model.onnx"), nsfw.toOnnx());
    Files.writeString(folder.resolve("LICENSE"), nsfw.licence());
    Files.writeString(folder.resolve("preprocessor_config.json"), PREPROCESSING);
    Files.writeString(folder.resolve("config.json"), CONFIGURATION);
  }
}
