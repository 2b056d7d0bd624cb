package io.lorecast.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What is done to an image before it is looked for; the copy is saved as JPEG at usual quality. */
enum Alteration {
  MIRRORED("mirrored", 1, true),
  SMALLER("75 %", .75, false),
  MUCH_SMALLER("60 %", .6, false),
  LARGER("150 %", 1.5, false);

  private final String title;
  private final double scale;
  private final boolean mirrors;

  Alteration(String title, double scale, boolean mirrors) {
    this.title = title;
    this.scale = scale;
    this.mirrors = mirrors;
  }

  String title() {
    return title;
  }

  /** Returns the altered copy of an image file, as a file. */
  byte[] apply(byte[] image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(apply(ImageIO.read(new ByteArrayInputStream(image))), "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedImage apply(BufferedImage picture) {
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    BufferedImage altered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = altered.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, mirrors ? width : 0, 0, mirrors ? -width : width, height, null);
    graphics.dispose();
    return altered;
  }
}
