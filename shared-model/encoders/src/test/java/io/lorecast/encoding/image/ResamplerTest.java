package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** The values expected are those of Pillow 12.3's {@code Image.resize}. */
class ResamplerTest {

  private static final PixelRows PICTURE = new PixelRows(picture());

  @Test
  void smallerByTheTriangleIsPillows() {
    assertPixels(
        resize(6, 4, Filter.BILINEAR),
        new int[][] {
          {127, 46, 101}, {125, 144, 142}, {124, 121, 138}, {135, 121, 115}, {128, 136, 152},
          {114, 110, 109}, {134, 51, 149}, {131, 139, 128}, {126, 106, 129}, {124, 126, 142}
        });
  }

  @Test
  void smallerByTheCubicIsPillows() {
    assertPixels(
        resize(6, 4, Filter.BICUBIC),
        new int[][] {
          {127, 40, 100}, {127, 149, 143}, {123, 121, 138}, {135, 121, 114}, {128, 140, 155},
          {114, 105, 105}, {135, 47, 151}, {131, 146, 126}, {127, 100, 129}, {124, 129, 143}
        });
  }

  @Test
  void widerAndLowerIsPillows() {
    assertPixels(
        resize(50, 3, Filter.BICUBIC),
        new int[][] {
          {60, 4, 107}, {82, 5, 107}, {111, 9, 107}, {136, 17, 107}, {157, 28, 107},
          {168, 42, 101}, {164, 60, 121}, {150, 81, 156}, {149, 105, 157}, {128, 132, 158}
        });
  }

  @Test
  void aMiddleIsThatOfTheWholeResized() {
    Pixels whole = resize(12, 8, Filter.BICUBIC);

    Pixels middle =
        Resampler.resize(
            PICTURE, new Axis(37, 12, 4, 4, Filter.BICUBIC), new Axis(23, 8, 2, 4, Filter.BICUBIC));

    for (int i = 0; i < 16; i++) {
      assertThat(middle.get(i % 4, i / 4, 1)).isEqualTo(whole.get(4 + i % 4, 2 + i / 4, 1));
    }
  }

  @Test
  void theSameSizeLeavesEveryPixel() {
    Pixels same = resize(37, 23, Filter.BICUBIC);

    BufferedImage picture = picture();
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertThat(same.get(x, y, 0)).isEqualTo(picture.getRGB(x, y) >> 16 & 0xFF);
      }
    }
  }

  private static Pixels resize(int width, int height, Filter filter) {
    return Resampler.resize(
        PICTURE, new Axis(37, width, 0, width, filter), new Axis(23, height, 0, height, filter));
  }

  private static void assertPixels(Pixels resized, int[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        assertThat(resized.get(i % resized.width(), i / resized.width(), channel))
            .as("pixel %d, channel %d", i, channel)
            .isCloseTo(expected[i][channel], within(1));
      }
    }
  }

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        int red = (x * 31 + y * 17) % 256;
        int green = (x * x * 3 + y) % 256;
        int blue = (x / 5 + y / 5) % 2 == 1 ? 255 : 10;
        picture.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return picture;
  }
}
