package io.lorecast.learning;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link ModelWriter} wrote. Whatever is wrong with the bytes is an {@link
 * IllegalArgumentException}; no count is believed before the bytes behind it have been seen.
 */
final class ModelReader {

  private final ByteBuffer buffer;

  ModelReader(byte[] bytes) {
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int integer() {
    require(Integer.BYTES);
    return buffer.getInt();
  }

  /** Returns a count, at least 0. */
  int count() {
    int count = integer();
    if (count < 0) {
      throw new IllegalArgumentException("model bytes hold a count of " + count);
    }
    return count;
  }

  float number() {
    require(Float.BYTES);
    float value = buffer.getFloat();
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("model bytes hold a number that is not finite");
    }
    return value;
  }

  float[] floats(long length) {
    require(length * Float.BYTES);
    float[] values = new float[(int) length];
    for (int i = 0; i < values.length; i++) {
      values[i] = number();
    }
    return values;
  }

  String text() {
    byte[] bytes = new byte[Math.toIntExact(require(count()))];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void end() {
    if (buffer.hasRemaining()) {
      throw new IllegalArgumentException(
          "model bytes go on for " + buffer.remaining() + " after their end");
    }
  }

  private long require(long bytes) {
    if (bytes < 0 || bytes > buffer.remaining()) {
      throw new IllegalArgumentException(
          "model bytes end early: wanted " + bytes + ", had " + buffer.remaining(),
          new BufferUnderflowException());
    }
    return bytes;
  }
}
