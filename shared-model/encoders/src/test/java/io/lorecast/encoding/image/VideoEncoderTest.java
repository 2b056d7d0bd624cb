package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose features are the colour of an image of one pixel. */
class VideoEncoderTest {

  private static final float HALF = (float) Math.sqrt(.5);

  @TempDir private Path folder;
  private ImageEncoder images;

  @BeforeEach
  void open() throws IOException {
    String onePixel = SmallModel.PREPROCESSING.replace(": 2, \"width\": 2", ": 1, \"width\": 1");
    SmallModel colour =
        new SmallModel("image", 1, 1, 3).node("Flatten", "image", "features").output("features");
    images =
        ImageEncoders.open(
            colour.write(folder.resolve("colour"), onePixel), ImageEncoderSettings.defaults());
  }

  @AfterEach
  void close() {
    images.close();
  }

  @Test
  void anAnimationIsTheMeanOfItsFrames() {
    assertVector(encode(Pictures.resource("red-then-blue.gif"), 8), HALF, 0, HALF);
  }

  @Test
  void ofManyFramesOnlySoManyAreLookedAt() {
    // Two frames, one wanted: the middle of two is the second.
    assertVector(encode(Pictures.resource("red-then-blue.gif"), 1), 0, 0, 1);
  }

  @Test
  void aFrameIsPaintedOverWhatThoseBeforeHaveLeft() {
    // 2 x 2 black; its left half painted red; that cleared again (to white), and the right half
    // blue.
    List<byte[]> frames = frames("painted.gif");

    assertThat(frames.stream().map(VideoEncoderTest::colours))
        .containsExactly(
            "000000 000000 000000 000000",
            "FF0000 000000 FF0000 000000",
            "FFFFFF 0000FF FFFFFF 0000FF");
  }

  @Test
  void whatWasBeforeAFrameComesBackWhereItSaysSo() {
    assertThat(frames("restored.gif").stream().map(VideoEncoderTest::colours))
        .containsExactly(
            "000000 000000 000000 000000",
            "FF0000 000000 000000 000000",
            "000000 000000 000000 0000FF");
  }

  @Test
  void aStillImageIsEncodedAsOne() {
    assertVector(encode(Pictures.file(Pictures.plain(3, 3, 0x00FF00), "png"), 8), 0, 1, 0);
  }

  @Test
  void framesThatAreGivenAreSampledAndPooled() {
    List<byte[]> frames =
        List.of(0xFF0000, 0xFF0000, 0x0000FF, 0x00FF00).stream()
            .map(colour -> Pictures.file(Pictures.plain(2, 2, colour), "png"))
            .toList();

    // Two of four: the second and the last.
    assertVector(encoder(2, Optional.empty()).encodeFrames(frames), HALF, HALF, 0);
  }

  @Test
  void aBrokenAnimationIsRefused() {
    byte[] gif = Pictures.resource("painted.gif");

    assertThat(
            catchThrowableOfType(
                    ImageException.class, () -> encode(Arrays.copyOf(gif, gif.length / 2), 8))
                .reason())
        .isEqualTo(Reason.CORRUPT);
  }

  @Test
  void anAnimationOnAHugeCanvasIsRefused() {
    byte[] gif = Pictures.resource("painted.gif").clone();
    Arrays.fill(gif, 6, 10, (byte) 0xFF);

    assertThatThrownBy(() -> encode(gif, 8))
        .hasMessage("image: expected at most 40000000 pixels, found 65535 x 65535");
  }

  @Test
  void withoutFfmpegAVideoIsRefusedAndSaysWhatToInstall() {
    byte[] mp4 = "\0\0\0\30ftypisom".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> encode(mp4, 8))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "video: expected an image, or ffmpeg to be installed, found a video and no ffmpeg");
  }

  @Test
  void whatIsNeitherImageNorVideoIsRefused() {
    byte[] text = "#EXTM3U".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(catchThrowableOfType(ImageException.class, () -> encode(text, 8)).reason())
        .isEqualTo(Reason.UNKNOWN_TYPE);
  }

  @Test
  void aProgramThatIsNotThereIsNotFound() {
    assertThat(Ffmpeg.find(folder.resolve("ffmpeg").toString(), Duration.ofSeconds(10))).isEmpty();
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    Path hanging = folder.resolve("ffmpeg");
    Files.writeString(hanging, "#!/bin/sh\n[ \"$1\" = -version ] || exec sleep 1000\n");
    assertThat(hanging.toFile().setExecutable(true)).isTrue();
    Optional<Ffmpeg> ffmpeg = Ffmpeg.find(hanging.toString(), Duration.ofMillis(500));

    assertThat(ffmpeg).isPresent();
    assertThatThrownBy(() -> encoder(8, ffmpeg).encode(folder.resolve("a.mp4")))
        .hasMessageContaining("to end within 500 ms, found that it takes longer");
  }

  private EncodedImage encode(byte[] file, int frames) {
    return encoder(frames, Optional.empty()).encode(file);
  }

  private VideoEncoder encoder(int frames, Optional<Ffmpeg> ffmpeg) {
    return new VideoEncoder(images, ImageLimits.defaults(), frames, ffmpeg);
  }

  private static List<byte[]> frames(String name) {
    ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults(), System::nanoTime);
    return new AnimatedGif(decoder).frames(Pictures.resource(name), 8);
  }

  private static String colours(byte[] file) {
    ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults(), System::nanoTime);
    PixelRows rows = new PixelRows(decoder.decode(file).picture());
    StringBuilder colours = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      colours.append("%06X ".formatted(rows.row(i / 2)[i % 2] & 0xFFFFFF));
    }
    return colours.toString().strip();
  }

  private static void assertVector(EncodedImage encoded, float red, float green, float blue) {
    assertThat(encoded.features().get(0)).isCloseTo(red, within(1e-6f));
    assertThat(encoded.features().get(1)).isCloseTo(green, within(1e-6f));
    assertThat(encoded.features().get(2)).isCloseTo(blue, within(1e-6f));
  }
}
