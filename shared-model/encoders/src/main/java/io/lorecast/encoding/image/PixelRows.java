package io.lorecast.encoding.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/**
 * A decoded picture of any kind, read row by row as red, green and blue over white: of a picture of
 * many millions of pixels no second copy is made.
 */
final class PixelRows {

  private final BufferedImage picture;
  private final boolean isGrey;
  private final BufferedImage strip;

  PixelRows(BufferedImage picture) {
    this.picture = picture;
    this.isGrey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    this.strip = new BufferedImage(picture.getWidth(), 1, BufferedImage.TYPE_INT_RGB);
  }

  int width() {
    return picture.getWidth();
  }

  int height() {
    return picture.getHeight();
  }

  /** Returns row {@code y}, 0xRRGGBB each, in an array that is used again for the next. */
  int[] row(int y) {
    // Java takes grey for linear light and would brighten it; files mean it as it is displayed.
    return isGrey ? greyRow(y) : drawnRow(y);
  }

  private int[] drawnRow(int y) {
    Graphics2D graphics = strip.createGraphics();
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), 1);
    graphics.drawImage(picture, 0, -y, null);
    graphics.dispose();
    return ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
  }

  private int[] greyRow(int y) {
    int width = picture.getWidth();
    Raster raster = picture.getRaster();
    float greyest = (1 << raster.getSampleModel().getSampleSize(0)) - 1f;
    int[] grey = raster.getSamples(0, y, width, 1, 0, (int[]) null);
    int[] row = new int[width];
    for (int x = 0; x < width; x++) {
      float value = grey[x] / greyest;
      if (picture.getColorModel().hasAlpha()) {
        float alpha = raster.getSample(x, y, 1) / greyest;
        value = value * alpha + 1 - alpha;
      }
      row[x] = Math.round(255 * value) * 0x010101;
    }
    return row;
  }
}
