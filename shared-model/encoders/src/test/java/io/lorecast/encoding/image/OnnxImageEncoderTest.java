package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.ImageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that give back what they are given, in ONNX Runtime. */
class OnnxImageEncoderTest {

  /** Red, green / blue, yellow: five ones, so each is 1/sqrt(5) in a vector of length 1. */
  private static final BufferedImage PICTURE = Pictures.quadrants(2);

  private static final float ONE = (float) Math.sqrt(1 / 5.);

  @TempDir private Path folder;

  @Test
  void aModelWithTheChannelsFirstIsGivenRedThenGreenThenBlue() throws IOException {
    try (ImageEncoder encoder = open(mirror("pixel_values", "features", 3, 2, 2))) {
      assertVector(encoder.encode(png()), "1001 0101 0010");
    }
  }

  @Test
  void aModelWithTheChannelsLastIsGivenPixelByPixel() throws IOException {
    try (ImageEncoder encoder = open(mirror("image", "image_embeds", 2, 2, 3))) {
      assertVector(encoder.encode(png()), "100 010 001 110");
    }
  }

  @Test
  void whereTheModelLeavesItsShapeOpenTheChannelsComeFirst() throws IOException {
    try (ImageEncoder encoder = open(mirror("pixel_values", "features", -1, -1, -1))) {
      assertVector(encoder.encode(png()), "1001 0101 0010");
      assertThat(encoder.dimension()).isEqualTo(12);
    }
  }

  @Test
  void aTurnedPictureIsPutUpright() throws IOException {
    try (ImageEncoder encoder = open(mirror("image", "features", 2, 2, 3))) {
      // A quarter turn clockwise: blue, red / yellow, green.
      assertVector(encoder.encode(Pictures.turnedPng(PICTURE, 6)), "001 100 110 010");
    }
  }

  @Test
  void theMiddleIsCutOutOfAPictureThatKeepsItsProportion() throws IOException {
    BufferedImage wide = Pictures.of(4, 1, 0x00FF00, 0xFF0000, 0x0000FF, 0x00FF00);
    String clip =
        """
        {"size": {"shortest_edge": 1}, "crop_size": 1, "do_center_crop": true,
         "do_normalize": false}
        """;
    Path model = mirror("image", "features", -1, -1, 3).write(folder, clip);
    try (ImageEncoder encoder = ImageEncoders.open(model, ImageEncoderSettings.defaults())) {
      EncodedImage encoded = encoder.encode(Pictures.file(wide, "png"));

      // Of four columns the second: (4 - 1) / 2 = 1.
      assertThat(encoded.features().toArray()).containsExactly(1, 0, 0);
    }
  }

  @Test
  void scoresAreNamedAndLogitsBecomeProbabilities() throws IOException {
    SmallModel model = mirror("image", "features", 1, 1, 3).node("Flatten", "image", "logits");
    labels(
        model.output("logits").write(folder, onePixel()), "{\"0\":\"a\",\"1\":\"b\",\"2\":\"c\"}");
    try (ImageEncoder encoder = ImageEncoders.open(folder, ImageEncoderSettings.defaults())) {
      EncodedImage encoded = encoder.encode(Pictures.file(Pictures.of(1, 1, 0xFF0000), "png"));

      // e / (e + 2) = .5761, 1 / (e + 2) = .2119
      assertThat(encoder.labels()).containsExactly("a", "b", "c");
      assertThat(encoded.scores().keySet()).containsExactly("a", "b", "c");
      assertThat(encoded.scores().get("a")).isCloseTo(.5761f, within(1e-4f));
      assertThat(encoded.scores().get("c")).isCloseTo(.2119f, within(1e-4f));
    }
  }

  @Test
  void probabilitiesAreTakenAsTheyAre() throws IOException {
    SmallModel model =
        mirror("image", "features", 1, 1, 3).node("Flatten", "image", "probabilities");
    labels(
        model.output("probabilities").write(folder, onePixel()),
        "{\"0\":\"a\",\"1\":\"b\",\"2\":\"c\"}");
    try (ImageEncoder encoder = ImageEncoders.open(folder, ImageEncoderSettings.defaults())) {
      EncodedImage encoded = encoder.encode(Pictures.file(Pictures.of(1, 1, 0xFF3300), "png"));

      assertThat(encoded.scores()).containsEntry("a", 1f).containsEntry("b", .2f);
    }
  }

  @Test
  void imagesEncodedAtTheSameTimeHaveTheBitsOfImagesEncodedAlone() throws Exception {
    try (ImageEncoder encoder = open(mirror("image", "features", 2, 2, 3));
        ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<byte[]> files =
          IntStream.range(0, 16)
              .mapToObj(i -> Pictures.file(Pictures.plain(9, 7, i * 0x0F0A05 + 1), "png"))
              .toList();
      List<EncodedImage> alone = files.stream().map(encoder::encode).toList();

      List<Future<EncodedImage>> together =
          files.stream().map(file -> workers.submit(() -> encoder.encode(file))).toList();

      for (int i = 0; i < files.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    }
  }

  @Test
  void aClosedEncoderSaysSoAndCanBeClosedAgain() throws IOException {
    ImageEncoder encoder = open(mirror("image", "features", 2, 2, 3));

    encoder.close();
    encoder.close();

    assertThatThrownBy(() -> encoder.encode(png()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder is closed");
  }

  @Test
  void whatIsNoImageIsRefused() throws IOException {
    try (ImageEncoder encoder = open(mirror("image", "features", 2, 2, 3))) {
      assertThatThrownBy(() -> encoder.encode("text".getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(ImageException.class);
    }
  }

  private static SmallModel mirror(String input, String output, int... shape) {
    return new SmallModel(input, shape).node("Flatten", input, output).output(output);
  }

  private static String onePixel() {
    return SmallModel.PREPROCESSING.replace(
        "\"height\": 2, \"width\": 2", "\"height\": 1, \"width\": 1");
  }

  private ImageEncoder open(SmallModel model) throws IOException {
    return ImageEncoders.open(
        model.write(folder, SmallModel.PREPROCESSING), ImageEncoderSettings.defaults());
  }

  private static void labels(Path folder, String labels) throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"id2label\": " + labels + "}");
  }

  private static byte[] png() {
    return Pictures.file(PICTURE, "png");
  }

  private static void assertVector(EncodedImage encoded, String ones) {
    String digits = ones.replace(" ", "");
    for (int d = 0; d < digits.length(); d++) {
      assertThat(encoded.features().get(d))
          .as("value %d", d)
          .isCloseTo(digits.charAt(d) == '1' ? ONE : 0, within(1e-6f));
    }
  }
}
