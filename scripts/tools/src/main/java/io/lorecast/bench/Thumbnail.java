package io.lorecast.bench;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What an image looks like from afar: the plainest vector there is, and the one to be beaten. */
final class Thumbnail {

  private static final int SIDE = 16;
  private static final int CHANNELS = 3;

  private Thumbnail() {}

  /** Returns 16 x 16 pixels of red, green and blue, shape [768], 0 to 255 each. */
  static float[] of(byte[] image) {
    try {
      Image picture =
          ImageIO.read(new ByteArrayInputStream(image))
              .getScaledInstance(SIDE, SIDE, Image.SCALE_AREA_AVERAGING);
      BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = small.createGraphics();
      graphics.drawImage(picture, 0, 0, null);
      graphics.dispose();
      return values(small);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] values(BufferedImage small) {
    float[] values = new float[SIDE * SIDE * CHANNELS];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int colour = small.getRGB(i % SIDE, i / SIDE);
      for (int channel = 0; channel < CHANNELS; channel++) {
        values[i * CHANNELS + channel] = colour >> (8 * channel) & 0xFF;
      }
    }
    return values;
  }
}
