package io.lorecast.encoding.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The camera's notes in an image file, of which only the orientation is read. A damaged note is as
 * good as none: the picture can be seen all the same.
 */
final class Exif {

  private static final byte[] JPEG_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int ENTRY_LENGTH = 12;
  private static final int LITTLE_ENDIAN = 0x4949;

  private Exif() {}

  /** Returns how {@code file} must be turned. */
  static Orientation orientation(ImageType type, byte[] file) {
    try {
      Optional<ByteBuffer> note =
          switch (type) {
            case JPEG -> JpegSegments.read(file).application(1, JPEG_NAME);
            case PNG -> chunk(ByteBuffer.wrap(file), 8, "eXIf");
            case WEBP -> chunk(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), 12, "EXIF");
            case GIF, BMP -> Optional.empty();
          };
      return note.map(Exif::orientation).orElse(Orientation.UPRIGHT);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Orientation.UPRIGHT;
    }
  }

  /** Reads a TIFF header and its first directory. */
  private static Orientation orientation(ByteBuffer tiff) {
    boolean little = tiff.getShort(0) == LITTLE_ENDIAN;
    tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_LENGTH;
      if (tiff.getShort(entry) == ORIENTATION_TAG) {
        return Orientation.of(tiff.getShort(entry + 8));
      }
    }
    return Orientation.UPRIGHT;
  }

  /** Finds a chunk of PNG (length, name, data, checksum) or RIFF (name, length, data, padding). */
  private static Optional<ByteBuffer> chunk(ByteBuffer file, int first, String name) {
    boolean riff = file.order() == ByteOrder.LITTLE_ENDIAN;
    byte[] found = new byte[4];
    int at = first;
    while (at + 8 <= file.capacity()) {
      int length = file.getInt(riff ? at + 4 : at);
      file.get(riff ? at : at + 4, found);
      if (name.equals(new String(found, StandardCharsets.ISO_8859_1))) {
        return Optional.of(file.slice(at + 8, length));
      }
      at = Math.addExact(at + 8, riff ? length + (length & 1) : length + 4);
    }
    return Optional.empty();
  }
}
