package io.lorecast.itemadded;

import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Sees of an image the colour of its first pixel, and counts how often it was asked. */
final class ColourEncoder implements ImageEncoder {

  int asked;

  @Override
  public EncodedImage encode(byte[] file) {
    asked++;
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      Color colour = new Color(image.getRGB(0, 0));
      float[] features = {1 + colour.getRed(), 1 + colour.getGreen(), 1 + colour.getBlue()};
      VectorMath.normalise(features);
      float red = colour.getRed() / 255f;
      return new EncodedImage(Embedding.of(features), Map.of("porn", red, "neutral", 1 - red));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int dimension() {
    return 3;
  }

  @Override
  public List<String> labels() {
    return List.of("neutral", "porn");
  }

  @Override
  public String version() {
    return "colour-1";
  }

  @Override
  public void close() {}
}
