package io.lorecast.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.ImageSafety;
import io.lorecast.encoding.image.ImageEncoderSettings;
import io.lorecast.encoding.image.ImageEncoders;
import io.lorecast.vector.VectorMath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The real image model, fetched once into the build folder. The numbers expected are those that
 * TensorFlow.js 4.22.0 (backend cpu) computes from the package's own files.
 */
class NsfwMobileNetIT {

  private static final Path MODELS = Path.of("target", "models");
  private static final Path MODEL = MODELS.resolve("nsfw-mobilenet").resolve("model.onnx");
  private static final long[] ONE_IMAGE = {1, 224, 224, 3};

  /** Features 0, 32, 64 and so on. */
  private static final float[] FEATURES = {
    0f, 0f, 0f, 0f, .03535674f, .0740556f, 0f, 0f, .07478572f, 0f,
    0f, 0f, .04812705f, 0f, 0f, 0f, 0f, 0f, 0f, 0f,
    0f, .6078522f, .08469387f, .05549647f, 0f, .001526845f, 0f, 0f, .4675565f, .2855391f,
    0f, 0f, 0f, 0f, 0f, .3924869f, 0f, 0f, 0f, .6937471f
  };

  @BeforeAll
  static void fetch() {
    String printed = get();

    assertThat(printed).containsPattern("nsfw-mobilenet is (already )?in ");
  }

  @Test
  void featuresAreThoseOfTensorFlow() throws Exception {
    float[] features = OnnxRun.run(model(), image(), ONE_IMAGE, "features");

    assertThat(features).hasSize(1280);
    for (int i = 0; i < FEATURES.length; i++) {
      assertThat(features[32 * i]).as("feature %d", 32 * i).isCloseTo(FEATURES[i], within(1e-4f));
    }
  }

  @Test
  void probabilitiesAreThoseOfTensorFlow() throws Exception {
    assertThat(OnnxRun.run(model(), image(), ONE_IMAGE, "probabilities"))
        .containsExactly(
            new float[] {.02217443f, .002525035f, .9608104f, .007394024f, .007096137f},
            within(1e-4f));
  }

  @Test
  void theProductMakesTheSameOfTheSameImage() throws Exception {
    float[] expected = OnnxRun.run(model(), image(), ONE_IMAGE, "features");
    VectorMath.normalise(expected);

    try (ImageEncoder encoder =
        ImageEncoders.open(MODEL.getParent(), ImageEncoderSettings.defaults())) {
      EncodedImage encoded = encoder.encode(png());

      assertThat(encoded.features().toArray()).containsExactly(expected, within(1e-5f));
      assertThat(encoded.scores().keySet())
          .containsExactly("drawing", "hentai", "neutral", "porn", "sexy");
      assertThat(ImageSafety.level(encoded.scores())).hasValue("neutral");
    }
  }

  @Test
  void whatIsHereIsNotFetchedAgain() {
    assertThat(get()).startsWith("nsfw-mobilenet is already in ");
  }

  @Test
  void aDamagedFileIsReplaced() throws IOException {
    byte[] whole = model();
    Files.write(MODEL, new byte[] {1, 2, 3});

    assertThat(get()).contains("nsfw-mobilenet is in ");

    assertThat(model()).isEqualTo(whole);
  }

  private static String get() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    ModelsCommand.run(out, "get", "nsfw-mobilenet", "--to", MODELS.toString());
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static byte[] model() throws IOException {
    return Files.readAllBytes(MODEL);
  }

  /** Shape [224, 224, 3], in [0, 1]: stripes in red, a chessboard in green, bands in blue. */
  private static float[] image() {
    float[] pixels = new float[224 * 224 * 3];
    IntStream.range(0, 224 * 224)
        .forEach(
            i -> {
              int x = i % 224;
              int y = i / 224;
              pixels[3 * i] = (x * 5 + y * 3) % 256 / 255f;
              pixels[3 * i + 1] = ((x >> 4) + (y >> 4)) % 2;
              pixels[3 * i + 2] = y * y % 251 / 255f;
            });
    return pixels;
  }

  private static byte[] png() throws IOException {
    float[] pixels = image();
    BufferedImage picture = new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 224 * 224; i++) {
      int red = Math.round(pixels[3 * i] * 255);
      int green = Math.round(pixels[3 * i + 1] * 255);
      int blue = Math.round(pixels[3 * i + 2] * 255);
      picture.setRGB(i % 224, i / 224, red << 16 | green << 8 | blue);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
