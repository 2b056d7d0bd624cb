package io.lorecast.encoding.image;

import io.lorecast.encoding.image.Geometry.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sizes that a WebP file's compressed pictures say of themselves. The file's header may claim a
 * smaller one, and the decoder would take the memory of the larger.
 *
 * <p>Sources: RFC 9649 (the container and VP8L), RFC 6386, section 9.1 (VP8).
 */
final class WebPFrames {

  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;
  private static final int SHORTEST_PICTURE = 18;
  private static final int FOURTEEN_BITS = 0x3FFF;

  private WebPFrames() {}

  /** Returns the size of the largest picture, or empty if no picture is found. */
  static Optional<Size> largest(byte[] file) {
    List<Size> sizes = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    addSizes(bytes, FIRST_CHUNK, file.length, sizes);
    return sizes.stream()
        .max(Comparator.comparingLong(size -> (long) size.width() * size.height()));
  }

  private static void addSizes(ByteBuffer bytes, int start, long end, List<Size> sizes) {
    long at = start;
    while (at + SHORTEST_PICTURE <= end) {
      int data = (int) at + CHUNK_HEADER;
      byte[] name = new byte[4];
      bytes.get((int) at, name);
      long length = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
      switch (new String(name, StandardCharsets.ISO_8859_1)) {
        case "VP8 " -> addLossy(bytes, data, sizes);
        case "VP8L" -> addLossless(bytes, data, sizes);
        case "ANMF" -> addSizes(bytes, data + FRAME_HEADER, Math.min(end, data + length), sizes);
        default -> {}
      }
      at = data + length + (length & 1);
    }
  }

  private static void addLossy(ByteBuffer bytes, int data, List<Size> sizes) {
    int width = bytes.getShort(data + 6) & FOURTEEN_BITS;
    int height = bytes.getShort(data + 8) & FOURTEEN_BITS;
    if (width > 0 && height > 0) {
      sizes.add(new Size(width, height));
    }
  }

  private static void addLossless(ByteBuffer bytes, int data, List<Size> sizes) {
    int bits = bytes.getInt(data + 1);
    sizes.add(new Size(1 + (bits & FOURTEEN_BITS), 1 + (bits >>> 14 & FOURTEEN_BITS)));
  }
}
