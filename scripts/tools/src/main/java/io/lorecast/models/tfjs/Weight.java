package io.lorecast.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** An immutable tensor of floats, row-major. */
final class Weight {

  private final int[] shape;
  private final float[] values;

  Weight(int[] shape, float... values) {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " wants other than " + values.length + " values");
    }
    this.shape = shape.clone();
    this.values = values.clone();
  }

  /**
   * Reads the next weight of {@code shards}.
   *
   * @param specification its entry in the manifest: shape, dtype and, where it is packed, the
   *     quantization: value = integer * scale + min
   * @throws IllegalArgumentException if it is of a type we do not read, or the bytes end early
   */
  static Weight read(JsonNode specification, ByteBuffer shards) {
    int[] shape = Layer.integers(specification.path("shape"));
    JsonNode packed = specification.path("quantization");
    String type = packed.path("dtype").asText(specification.path("dtype").asText());
    ByteBuffer data = next(shards, size(shape), bytesPerValue(type), specification);
    double scale = packed.path("scale").asDouble(1);
    double min = packed.path("min").asDouble(0);
    IntToDoubleFunction raw = raw(type, data);
    float[] values = new float[size(shape)];
    for (int i = 0; i < values.length; i++) {
      // In double precision and rounded once, as JavaScript does it.
      values[i] = (float) (raw.applyAsDouble(i) * scale + min);
    }
    return new Weight(shape, values);
  }

  private static ByteBuffer next(
      ByteBuffer shards, int count, int bytesPerValue, JsonNode specification) {
    long length = (long) count * bytesPerValue;
    if (length > shards.remaining()) {
      throw new IllegalArgumentException(
          "the shards end before weight " + specification.path("name").asText());
    }
    ByteBuffer data = shards.slice(shards.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    shards.position(shards.position() + (int) length);
    return data;
  }

  private static int bytesPerValue(String type) {
    return switch (type) {
      case "uint8" -> Byte.BYTES;
      case "uint16" -> Short.BYTES;
      case "float32" -> Float.BYTES;
      default -> throw new IllegalArgumentException("a weight must not be of type " + type);
    };
  }

  private static IntToDoubleFunction raw(String type, ByteBuffer data) {
    return switch (type) {
      case "uint8" -> i -> Byte.toUnsignedInt(data.get(i));
      case "uint16" -> i -> Short.toUnsignedInt(data.getShort(i * Short.BYTES));
      default -> i -> data.getFloat(i * Float.BYTES);
    };
  }

  /** Returns the weight with its axes in another order: new axis i is old axis {@code order[i]}. */
  Weight transpose(int... order) {
    int[] moved = Arrays.stream(order).map(axis -> shape[axis]).toArray();
    int[] oldStrides = strides(shape);
    int[] newStrides = strides(moved);
    float[] result = new float[values.length];
    for (int to = 0; to < result.length; to++) {
      int from = 0;
      for (int axis = 0; axis < order.length; axis++) {
        from += to / newStrides[axis] % moved[axis] * oldStrides[order[axis]];
      }
      result[to] = values[from];
    }
    return new Weight(moved, result);
  }

  /** Returns the same values in another shape. */
  Weight reshape(int... to) {
    return new Weight(to, values);
  }

  int[] shape() {
    return shape.clone();
  }

  /** Returns the values as ONNX stores them, 4 bytes each, little-endian. */
  byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }

  private static int size(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
