package io.lorecast.encoding.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a JPEG file before its pixels, and whether the pixels end.
 *
 * <p>Source: ITU-T T.81, annex B.
 *
 * @param segments each from its marker's second byte on
 * @param isComplete whether the marker of the end stands somewhere after the pixels begin; a
 *     decoder fills what is missing with grey and says nothing
 */
record JpegSegments(List<ByteBuffer> segments, boolean isComplete) {

  private static final int FIRST_APPLICATION = 0xE0;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  /** Reads {@code file}, which starts as a JPEG does. */
  static JpegSegments read(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    List<ByteBuffer> segments = new ArrayList<>();
    int at = 2;
    while (at + 4 <= file.length && file[at] == (byte) 0xFF) {
      int marker = Byte.toUnsignedInt(file[at + 1]);
      if (marker == 0xFF) {
        at++; // any number of them may fill up
      } else if (marker == START_OF_SCAN) {
        return new JpegSegments(segments, endsAfter(file, at));
      } else {
        int length = Short.toUnsignedInt(bytes.getShort(at + 2));
        segments.add(bytes.slice(at + 1, Math.min(length + 1, file.length - at - 1)));
        at += 2 + length;
      }
    }
    return new JpegSegments(segments, false);
  }

  /** Among compressed pixels 0xFF is always followed by 0, so the marker can only be itself. */
  private static boolean endsAfter(byte[] file, int start) {
    for (int at = file.length - 2; at > start; at--) {
      if (file[at] == (byte) 0xFF && file[at + 1] == (byte) END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  /** Returns the data after {@code name} in the first segment APP{@code number} so named. */
  Optional<ByteBuffer> application(int number, byte[] name) {
    return segments.stream()
        .filter(segment -> Byte.toUnsignedInt(segment.get(0)) == FIRST_APPLICATION + number)
        .filter(segment -> segment.capacity() >= 3 + name.length)
        .filter(segment -> startsWith(segment, name))
        .map(segment -> segment.slice(3 + name.length, segment.capacity() - 3 - name.length))
        .findFirst();
  }

  private static boolean startsWith(ByteBuffer segment, byte[] name) {
    byte[] start = new byte[name.length];
    segment.get(3, start);
    return Arrays.equals(start, name);
  }
}
