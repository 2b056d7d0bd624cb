package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTest {

  private static final BufferedImage PICTURE = Pictures.quadrants(8);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrientationIsReadFromJpegAndPng(int number) {
    assertThat(Exif.orientation(ImageType.JPEG, Pictures.turnedJpeg(PICTURE, number)))
        .isEqualTo(Orientation.of(number));
    assertThat(Exif.orientation(ImageType.PNG, Pictures.turnedPng(PICTURE, number)))
        .isEqualTo(Orientation.of(number));
  }

  @Test
  void theOrientationIsReadFromWebP() {
    assertThat(Exif.orientation(ImageType.WEBP, Pictures.resource("turned.webp")))
        .isEqualTo(Orientation.TURNED_LEFT);
  }

  @Test
  void filesWithoutANoteStandAsTheyAre() {
    assertThat(Exif.orientation(ImageType.JPEG, Pictures.file(PICTURE, "jpeg")))
        .isEqualTo(Orientation.UPRIGHT);
    assertThat(Exif.orientation(ImageType.WEBP, Pictures.resource("quadrants.webp")))
        .isEqualTo(Orientation.UPRIGHT);
    assertThat(Exif.orientation(ImageType.BMP, Pictures.file(PICTURE, "bmp")))
        .isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void aDamagedNoteIsAsGoodAsNone() {
    byte[] jpeg = Pictures.turnedJpeg(PICTURE, 6);
    // The directory's offset, 4 bytes after the TIFF header's start, points far outside.
    Arrays.fill(jpeg, 2 + 4 + 6 + 4, 2 + 4 + 6 + 8, (byte) 0x7F);

    assertThat(Exif.orientation(ImageType.JPEG, jpeg)).isEqualTo(Orientation.UPRIGHT);
  }
}
