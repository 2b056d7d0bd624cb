package io.lorecast.encoding.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small image files for tests. */
final class Pictures {

  private Pictures() {}

  /** Returns a picture of the colours 0xRRGGBB, row by row. */
  static BufferedImage of(int width, int height, int... colours) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, colours, 0, width);
    return picture;
  }

  /** Returns a picture of one colour. */
  static BufferedImage plain(int width, int height, int colour) {
    int[] colours = new int[width * height];
    Arrays.fill(colours, colour);
    return of(width, height, colours);
  }

  /** Returns a picture of red, green, blue and yellow quarters. */
  static BufferedImage quadrants(int size) {
    int[] colours = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00};
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture.setRGB(x, y, colours[2 * y / size * 2 + 2 * x / size]);
      }
    }
    return picture;
  }

  static byte[] file(BufferedImage picture, String format) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalArgumentException("cannot be written as " + format);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file beside the tests; they were made with Pillow 12.3. */
  static byte[] resource(String name) {
    try (InputStream stream = Pictures.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a JPEG file with an Exif orientation of 1 to 8. */
  static byte[] turnedJpeg(BufferedImage picture, int orientation) {
    byte[] jpeg = file(picture, "jpeg");
    ByteBuffer turned = ByteBuffer.allocate(jpeg.length + 36);
    turned.put(jpeg, 0, 2);
    turned.putShort((short) 0xFFE1).putShort((short) 34);
    turned.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif(orientation));
    return turned.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Returns a PNG file with an Exif orientation of 1 to 8. */
  static byte[] turnedPng(BufferedImage picture, int orientation) {
    byte[] png = file(picture, "png");
    int afterHeader = 8 + 25;
    ByteBuffer chunk = ByteBuffer.allocate(4 + 26);
    chunk.put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(exif(orientation));
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array());
    return ByteBuffer.allocate(png.length + 38)
        .put(png, 0, afterHeader)
        .putInt(26)
        .put(chunk.array())
        .putInt((int) checksum.getValue())
        .put(png, afterHeader, png.length - afterHeader)
        .array();
  }

  /** A TIFF header, big-endian, and a directory of one entry: 26 bytes. */
  private static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }
}
