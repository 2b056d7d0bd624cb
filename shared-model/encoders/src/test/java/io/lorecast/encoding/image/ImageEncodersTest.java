package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is opened, what is refused, and what an encoder is called. */
class ImageEncodersTest {

  @TempDir private Path folder;

  @Test
  void aModelThatDoesNotFitItsConfigurationIsRefused() throws IOException {
    assertRefused(mirror("image", "features", 3, 3, 3), "must take images of 2x2");
    assertRefused(mirror("image", "hidden", 2, 2, 3), "must have one of the outputs [features");
    assertRefused(
        new SmallModel("image", 12).node("Identity", "image", "features").output("features"),
        "input image must be floats in four axes");

    labels(folder, "{\"0\":\"a\"}");
    assertRefused(mirror("image", "features", 2, 2, 3), "must have a score for each of [a]");
  }

  @Test
  void aFolderWithoutItsFilesIsRefused() {
    assertThatThrownBy(() -> ImageEncoders.open(folder, ImageEncoderSettings.defaults()))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("model.onnx");
  }

  @Test
  void theVersionChangesWithTheModelAndWithThePreprocessing() throws IOException {
    String first = version(mirror("image", "features", 2, 2, 3), SmallModel.PREPROCESSING);
    String other = version(mirror("picture", "features", 2, 2, 3), SmallModel.PREPROCESSING);
    String bicubic = SmallModel.PREPROCESSING.replace("\"resample\": 2", "\"resample\": 3");
    String sharper = version(mirror("image", "features", 2, 2, 3), bicubic);
    String dimmed = SmallModel.PREPROCESSING.replace("}, ", "}, \"rescale_factor\": 0.5, ");
    String darker = version(mirror("image", "features", 2, 2, 3), dimmed);

    assertThat(first).matches("model-[0-9a-f]{12}-fp32-squash2x2-crop2x2-bilinear-[0-9a-f]{8}");
    assertThat(List.of(first, other, sharper, darker)).doesNotHaveDuplicates();
    assertThat(version(mirror("image", "features", 2, 2, 3), SmallModel.PREPROCESSING))
        .isEqualTo(first);
  }

  private static SmallModel mirror(String input, String output, int... shape) {
    return new SmallModel(input, shape).node("Flatten", input, output).output(output);
  }

  private ImageEncoder open(SmallModel model) throws IOException {
    return ImageEncoders.open(
        model.write(folder, SmallModel.PREPROCESSING), ImageEncoderSettings.defaults());
  }

  private String version(SmallModel model, String preprocessing) throws IOException {
    Path written = model.write(folder.resolve("model"), preprocessing);
    try (ImageEncoder encoder = ImageEncoders.open(written, ImageEncoderSettings.defaults())) {
      return encoder.version();
    }
  }

  private void assertRefused(SmallModel model, String message) {
    assertThatThrownBy(() -> open(model))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining(message);
  }

  private static void labels(Path folder, String labels) throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"id2label\": " + labels + "}");
  }
}
