package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import org.junit.jupiter.api.Test;

class PixelRowsTest {

  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults(), System::nanoTime);

  @Test
  void coloursComeAsTheyAre() {
    BufferedImage picture = Pictures.of(2, 2, 0x010203, 0xFFFFFF, 0x000000, 0xFE8001);

    assertThat(row(picture, 1)).containsExactly(0x000000, 0xFE8001);
    assertThat(row(picture, 0)).containsExactly(0x010203, 0xFFFFFF);
  }

  @Test
  void whatIsTransparentIsSeenOverWhite() {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x00123456);
    picture.setRGB(1, 0, 0x80000000);
    picture.setRGB(2, 0, 0xFF00FF00);

    // Half black over white: 255 * (1 - 128/255) = 127.
    assertThat(decodedRow(picture)).containsExactly(0xFFFFFF, 0x7F7F7F, 0x00FF00);
  }

  @Test
  void greyIsNotBrightened() {
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = grey.getRaster();
    for (int i = 0; i < 256; i++) {
      raster.setSample(i % 16, i / 16, 0, 100);
    }

    assertThat(decodedRow(grey)).containsOnly(0x646464);
    assertThat(row(decoder.decode(Pictures.file(grey, "jpeg")).picture(), 3))
        .containsOnly(0x646464);
  }

  @Test
  void greyOfSixteenBitsKeepsItsShare() {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSample(0, 0, 0, 0x6464);
    grey.getRaster().setSample(1, 0, 0, 0xFFFF);

    assertThat(decodedRow(grey)).containsExactly(0x646464, 0xFFFFFF);
  }

  @Test
  void transparentGreyIsSeenOverWhite() {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
    raster.setPixel(0, 0, new int[] {100, 255});
    raster.setPixel(1, 0, new int[] {100, 51});

    // A fifth of 100 over white: 100 * .2 + 255 * .8 = 224.
    assertThat(decodedRow(new BufferedImage(model, raster, false, null)))
        .containsExactly(0x646464, 0xE0E0E0);
  }

  @Test
  void fourInksAreReadAsPillowReadsThem() {
    int[] row = row(decoder.decode(Pictures.resource("four-inks.jpg")).picture(), 8);

    assertNear(row[3], 0x00FFFF);
    assertNear(row[12], 0xCCCC00);
  }

  @Test
  void webPIsReadWithAndWithoutLoss() {
    assertThat(row(decoder.decode(Pictures.resource("quadrants.webp")).picture(), 2))
        .startsWith(0xFF0000)
        .endsWith(0x00FF00);
    int[] row = row(decoder.decode(Pictures.resource("quadrants-lossy.webp")).picture(), 12);
    assertNear(row[3], 0x0000FF);
    assertNear(row[12], 0xFFFF00);
  }

  @Test
  void transparentWebPIsSeenOverWhite() {
    byte[] file = Pictures.resource("half-transparent.webp");

    // Blue at 128/255 over white: 255 * (1 - 128/255) = 127.
    assertThat(row(decoder.decode(file).picture(), 2)).startsWith(0xFFFFFF).endsWith(0x00FF00);
    assertThat(row(decoder.decode(file).picture(), 12)).startsWith(0x7F7FFF).endsWith(0xFFFF00);
  }

  @Test
  void ofAnAnimationTheFirstFrameIsRead() {
    assertThat(row(decoder.decode(Pictures.resource("animated.webp")).picture(), 0))
        .containsOnly(0xFF0000);
  }

  private int[] decodedRow(BufferedImage picture) {
    return row(decoder.decode(Pictures.file(picture, "png")).picture(), 0);
  }

  private static int[] row(BufferedImage picture, int y) {
    int[] row = new PixelRows(picture).row(y).clone();
    for (int x = 0; x < row.length; x++) {
      row[x] &= 0xFFFFFF;
    }
    return row;
  }

  private static void assertNear(int colour, int expected) {
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (colour >> shift & 0xFF) - (expected >> shift & 0xFF);
      assertThat(Math.abs(difference)).as("%06X", colour).isLessThanOrEqualTo(12);
    }
  }
}
