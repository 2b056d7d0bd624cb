package io.lorecast.encoding.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What the inputs and outputs of an ONNX model are called. */
final class GraphNames {

  // Field numbers of onnx.proto3.
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;

  private GraphNames() {}

  /**
   * Returns the names of all inputs and outputs. Reads the file once and keeps nothing of it.
   *
   * @throws IOException if it cannot be read or is no protocol buffer
   */
  static Set<String> of(Path model) throws IOException {
    Set<String> names = new HashSet<>();
    try (InputStream stream = Files.newInputStream(model)) {
      CodedInputStream input = CodedInputStream.newInstance(stream);
      Messages.inEach(
          input,
          Set.of(MODEL_GRAPH),
          () ->
              Messages.inEach(input, Set.of(GRAPH_INPUT, GRAPH_OUTPUT), () -> name(input, names)));
    }
    return names;
  }

  private static void name(CodedInputStream input, Set<String> names) throws IOException {
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == VALUE_NAME) {
        names.add(input.readString());
      } else {
        input.skipField(tag);
      }
    }
  }
}
