package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

  private static final BufferedImage PICTURE = Pictures.quadrants(64);

  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults(), System::nanoTime);

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
  void aWholeFileOfEachTypeIsDecoded(String format) {
    BufferedImage decoded = decoder.decode(Pictures.file(PICTURE, format)).picture();

    assertThat(decoded.getWidth()).isEqualTo(64);
    assertThat(new PixelRows(decoded).row(10)[10] >> 16 & 0xFF).isGreaterThan(250);
  }

  @ParameterizedTest
  @CsvSource({"hello world, 68656C6C6F20776F726C64", "'', ''", "<svg/>, 3C7376672F3E"})
  void whatIsNoImageIsRefusedByItsFirstBytes(String content, String hexadecimal) {
    byte[] file = content.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> decoder.decode(file))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "image: expected JPEG, PNG, GIF, BMP, WEBP, found a file that starts with 0x"
                + hexadecimal);
    assertThat(reason(decoder, file)).isEqualTo(Reason.UNKNOWN_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
  void aFileThatIsCutOffIsRefused(String format) {
    byte[] file = Pictures.file(PICTURE, format);

    for (int length : new int[] {file.length / 8, file.length / 2, file.length * 9 / 10}) {
      assertThat(reason(decoder, Arrays.copyOf(file, length)))
          .as("%d of %d bytes", length, file.length)
          .isEqualTo(Reason.CORRUPT);
    }
  }

  @Test
  void aWebPThatIsCutOffIsRefused() {
    byte[] file = Pictures.resource("quadrants-lossy.webp");

    assertThat(reason(decoder, Arrays.copyOf(file, 60))).isEqualTo(Reason.CORRUPT);
  }

  @Test
  void aLargeFileIsRefusedBeforeItIsLookedAt() {
    ImageDecoder strict = decoder(new ImageLimits(100, 1_000_000, Duration.ofSeconds(10)));

    assertThatThrownBy(() -> strict.decode(new byte[101]))
        .hasMessage("image: expected at most 100 bytes, found 101 bytes");
    assertThat(reason(strict, new byte[101])).isEqualTo(Reason.TOO_MANY_BYTES);
  }

  @Test
  void aPictureThatClaimsToBeHugeIsRefusedByItsHeader() {
    byte[] file = Pictures.file(PICTURE, "png");
    // Width and height stand after signature, length and name; the rest of the file is not looked
    // at.
    ByteBuffer.wrap(file).putInt(16, 100_000).putInt(20, 100_000);

    assertThatThrownBy(() -> decoder.decode(file))
        .hasMessageStartingWith("image: expected at most 40000000 pixels, found 100000 x 100000");
    assertThat(reason(decoder, file)).isEqualTo(Reason.TOO_MANY_PIXELS);
  }

  @Test
  void aWebPThatHidesAHugePictureIsRefused() {
    byte[] file = Pictures.resource("turned.webp");
    // The header still says 16 x 16; the picture inside, chunk VP8L after it, says 16384 x 16384.
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.get(30 + 8)).isEqualTo((byte) 0x2F);
    bytes.putInt(30 + 9, bytes.getInt(30 + 9) | 0x0FFFFFFF);

    assertThatThrownBy(() -> decoder.decode(file))
        .hasMessage("image: expected at most 40000000 pixels, found 16384 x 16384");
  }

  @Test
  void exactlyTheLimitsAreTaken() {
    byte[] file = Pictures.file(PICTURE, "png");

    ImageDecoder exact = decoder(new ImageLimits(file.length, 64 * 64, Duration.ofSeconds(10)));
    ImageDecoder strict = decoder(new ImageLimits(file.length, 64 * 64 - 1, Duration.ofHours(1)));

    assertThat(exact.decode(file).picture().getHeight()).isEqualTo(64);
    assertThat(reason(strict, file)).isEqualTo(Reason.TOO_MANY_PIXELS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
  void decodingIsGivenUpWhenItsTimeIsOver(String format) {
    // A clock that goes on by a second whenever it is looked at.
    AtomicLong clock = new AtomicLong();
    ImageDecoder slow =
        new ImageDecoder(
            new ImageLimits(1 << 20, 1 << 20, Duration.ofSeconds(1)),
            () -> clock.addAndGet(1_000_000_000));

    assertThatThrownBy(() -> slow.decode(Pictures.file(PICTURE, format)))
        .isInstanceOf(ImageException.class)
        .hasMessage("image: expected to be decoded within 1000 ms, found that it takes longer");
  }

  @Property(tries = 400)
  void aDamagedFileIsDecodedOrRefusedAndNothingElse(
      @ForAll @IntRange(max = 5) int which,
      @ForAll @IntRange(max = 9_999) int place,
      @ForAll byte value) {
    byte[] file = files()[which].clone();
    file[4 + place % (file.length - 4)] = value;
    // A damaged header may ask for millions of pixels, which take their time.
    ImageDecoder small = decoder(new ImageLimits(10 << 20, 100_000, Duration.ofSeconds(10)));

    try {
      assertThat(small.decode(file).picture().getWidth()).isPositive();
    } catch (ImageException e) {
      assertThat(e.reason())
          .isIn(Reason.CORRUPT, Reason.TOO_MANY_PIXELS, Reason.TOO_SLOW, Reason.UNKNOWN_TYPE);
    }
  }

  private static byte[][] files() {
    return new byte[][] {
      Pictures.file(PICTURE, "jpeg"),
      Pictures.file(PICTURE, "png"),
      Pictures.file(PICTURE, "gif"),
      Pictures.file(PICTURE, "bmp"),
      Pictures.resource("quadrants-lossy.webp"),
      Pictures.resource("quadrants.webp")
    };
  }

  private static ImageDecoder decoder(ImageLimits limits) {
    return new ImageDecoder(limits, System::nanoTime);
  }

  private static Reason reason(ImageDecoder decoder, byte[] file) {
    return catchThrowableOfType(ImageException.class, () -> decoder.decode(file)).reason();
  }
}
