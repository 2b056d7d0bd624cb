package io.lorecast.learning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a model as little-endian bytes; counts stand before lists, not before known shapes. */
final class ModelWriter {

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  ModelWriter integer(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  ModelWriter number(float value) {
    room(Float.BYTES).putFloat(value);
    return this;
  }

  ModelWriter floats(float[] values) {
    ByteBuffer out = room(Math.multiplyExact(values.length, Float.BYTES));
    out.asFloatBuffer().put(values);
    out.position(out.position() + values.length * Float.BYTES);
    return this;
  }

  ModelWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    integer(bytes.length);
    room(bytes.length).put(bytes);
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * (buffer.position() + (long) bytes));
      ByteBuffer larger = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      larger.put(buffer.flip());
      buffer = larger;
    }
    return buffer;
  }
}
