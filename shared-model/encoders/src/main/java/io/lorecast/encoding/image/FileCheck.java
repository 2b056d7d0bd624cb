package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds files that are cut off where the decoder would fill in what is missing. */
final class FileCheck {

  private static final int RIFF_HEADER = 8;

  private FileCheck() {}

  /**
   * Requires {@code file} to have its end.
   *
   * @throws ImageException if it has not
   */
  static void requireWhole(ImageType type, byte[] file) {
    boolean whole =
        switch (type) {
          case JPEG -> JpegSegments.read(file).isComplete();
          case WEBP -> riffLength(file) <= file.length;
          case PNG, GIF, BMP -> true; // their readers notice
        };
    if (!whole) {
      throw new ImageException(
          Reason.CORRUPT,
          "image",
          "a whole " + type,
          "a file of " + file.length + " bytes cut off");
    }
  }

  private static long riffLength(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    return RIFF_HEADER + Integer.toUnsignedLong(length);
  }
}
