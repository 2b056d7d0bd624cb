package io.lorecast.encoding.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest model of texts: a token's vector is its row of a table of 16-bit numbers. */
final class TokenTable {

  private static final int WIDTH = 2;

  private TokenTable() {}

  /**
   * Writes the model into {@code folder} and returns where it lies.
   *
   * @param apart whether the table is a file of its own beside it
   * @param table flat and row-major, two numbers a token
   */
  static Path write(Path folder, boolean apart, float... table) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(table.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : table) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    TensorProto.Builder weights =
        TensorProto.newBuilder()
            .setName("table")
            .setDataType(TensorProto.DataType.FLOAT16.getNumber())
            .addDims(table.length / WIDTH)
            .addDims(WIDTH);
    if (apart) {
      Files.write(folder.resolve("model.onnx.data"), bytes.array());
      weights
          .setDataLocation(TensorProto.DataLocation.EXTERNAL)
          .addExternalData(
              StringStringEntryProto.newBuilder().setKey("location").setValue("model.onnx.data"));
    } else {
      weights.setRawData(ByteString.copyFrom(bytes.array()));
    }
    return Files.write(folder.resolve("model.onnx"), model(weights).toByteArray());
  }

  private static ModelProto model(TensorProto.Builder weights) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("table")
            .addInitializer(weights)
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("Gather")
                    .addInput("table")
                    .addInput("input_ids")
                    .addOutput("last_hidden_state"))
            .addOutput(value("last_hidden_state", TensorProto.DataType.FLOAT16, 3));
    for (String input : List.of("input_ids", "attention_mask")) {
      graph.addInput(value(input, TensorProto.DataType.INT64, 2));
    }
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
        .setGraph(graph)
        .build();
  }

  /** Of sizes that are known when the model runs. */
  private static ValueInfoProto value(String name, TensorProto.DataType type, int rank) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < rank; axis++) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(name + axis));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
