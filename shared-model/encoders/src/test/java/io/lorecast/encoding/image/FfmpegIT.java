package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos of two seconds of red and two of blue, made and read by the real ffmpeg. */
class FfmpegIT {

  @TempDir private Path folder;
  private static Ffmpeg ffmpeg;
  private static String program;

  @BeforeAll
  static void find() throws Exception {
    program = FfmpegProgram.find();
    ffmpeg = FfmpegProgram.reader().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a b.mkv", "-a.avi", "$(touch x).mov"})
  void framesComeEvenlyFromTheWholeVideo(String name) throws IOException {
    Path video = redThenBlue(name);

    List<byte[]> frames = ffmpeg.frames(video, 4);

    assertThat(colours(frames)).containsExactly("red", "red", "blue", "blue");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void aVideoIsKnownByItsBytes() throws IOException {
    for (String name : List.of("a.mp4", "a.mkv", "a.avi", "a.flv", "a.mpg")) {
      byte[] file = Files.readAllBytes(redThenBlue(name));
      VideoEncoder withoutProgram =
          new VideoEncoder(null, ImageLimits.defaults(), 4, Optional.empty());

      assertThat(
              catchThrowableOfType(ImageException.class, () -> withoutProgram.encode(file))
                  .reason())
          .as(name)
          .isEqualTo(Reason.NO_PROGRAM);
    }
  }

  @Test
  void aFileThatListsOtherFilesIsNotRead() throws IOException {
    Path secret = redThenBlue("secret.mp4");
    Path list = folder.resolve("list.mp4");
    Files.writeString(list, "ffconcat version 1.0\nfile '" + secret.getFileName() + "'\n");

    assertThat(reason(list)).isEqualTo(Reason.CORRUPT);
  }

  @Test
  void whatIsNoVideoIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mp4"), "text");

    assertThat(reason(text)).isEqualTo(Reason.CORRUPT);
    assertThat(reason(folder.resolve("absent.mp4"))).isEqualTo(Reason.CORRUPT);
  }

  private static Reason reason(Path video) {
    return catchThrowableOfType(ImageException.class, () -> ffmpeg.frames(video, 4)).reason();
  }

  private Path redThenBlue(String name) {
    Path video = folder.resolve(name);
    String colours =
        "color=red:size=64x48:rate=5:duration=2[r];color=blue:size=64x48:rate=5:duration=2[b];"
            + "[r][b]concat=n=2";
    Subprocess made =
        Subprocess.run(
                List.of(
                    program,
                    "-v",
                    "error",
                    "-y",
                    "-f",
                    "lavfi",
                    "-i",
                    colours,
                    "-g",
                    "5",
                    "-r",
                    "25",
                    "file:" + video),
                Duration.ofSeconds(60))
            .orElseThrow();
    assertThat(made.exitCode()).as(new String(made.errors(), StandardCharsets.UTF_8)).isZero();
    return video;
  }

  private static List<String> colours(List<byte[]> frames) {
    ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults(), System::nanoTime);
    List<String> colours = new ArrayList<>();
    for (byte[] frame : frames) {
      int colour = new PixelRows(decoder.decode(frame).picture()).row(20)[30];
      colours.add((colour >> 16 & 0xFF) > 200 ? "red" : (colour & 0xFF) > 200 ? "blue" : "?");
    }
    return colours;
  }
}
