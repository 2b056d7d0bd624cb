package io.lorecast.encoding.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers that most of a model's weights are stored as. */
public enum Precision {
  /** 32 bits. */
  FP32,
  /** 16 bits, of either kind. */
  FP16,
  /** 8 bits or fewer, activations scaled to them as they come. */
  INT8;

  // Field numbers of onnx.proto3.
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_DIMS = 1;
  private static final int TENSOR_TYPE = 2;

  /** Returns the name that stands in configuration and versions. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the precision that most weights of an ONNX model have. Reads the file once and keeps
   * nothing of it.
   *
   * @throws IOException if it cannot be read or is no protocol buffer
   */
  static Precision of(Path model) throws IOException {
    Map<Precision, Long> weights = new EnumMap<>(Precision.class);
    try (InputStream stream = Files.newInputStream(model)) {
      CodedInputStream input = CodedInputStream.newInstance(stream);
      Messages.inEach(
          input,
          Set.of(MODEL_GRAPH),
          () -> Messages.inEach(input, Set.of(GRAPH_INITIALIZER), () -> count(input, weights)));
    }
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(FP32);
  }

  private static void count(CodedInputStream input, Map<Precision, Long> weights)
      throws IOException {
    long size = 1;
    int type = 0;
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case TENSOR_DIMS -> size *= dimensions(input, tag);
        case TENSOR_TYPE -> type = input.readInt32();
        default -> input.skipField(tag);
      }
    }
    Precision precision = ofType(type);
    if (precision != null) {
      weights.merge(precision, size, Long::sum);
    }
  }

  /** Returns the product of the dimensions here: one, or all of them packed. */
  private static long dimensions(CodedInputStream input, int tag) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
      return input.readInt64();
    }
    long product = 1;
    int limit = input.pushLimit(input.readRawVarint32());
    while (!input.isAtEnd()) {
      product *= input.readInt64();
    }
    input.popLimit(limit);
    return product;
  }

  private static @Nullable Precision ofType(int type) {
    return switch (type) {
      case 1, 11 -> FP32; // FLOAT, DOUBLE
      case 10, 16 -> FP16; // FLOAT16, BFLOAT16
      case 2, 3, 21, 22 -> INT8; // UINT8, INT8, UINT4, INT4
      default -> null; // counts and shapes are no weights
    };
  }
}
