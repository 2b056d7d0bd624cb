package io.lorecast.encoding.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A decoder of one layer with random weights, written as ONNX: embeddings of tokens and positions,
 * two heads of causal attention over what was read before and the text, a projection, the residual.
 * Inputs and outputs are named as exported GPT-2 models have them.
 */
final class SmallDecoder {

  static final int HEADS = 2;
  static final int SIZE = 4; // of a head
  static final int WIDTH = HEADS * SIZE;

  private final Map<String, float[]> weights = new LinkedHashMap<>();
  private final int vocabulary;
  private final int places;

  /**
   * Draws the weights.
   *
   * @param places the most tokens of a text
   */
  SmallDecoder(int vocabulary, int places) {
    this.vocabulary = vocabulary;
    this.places = places;
    Random random = new Random(5);
    draw("tokens", vocabulary * WIDTH, random);
    draw("positions", places * WIDTH, random);
    for (String name : List.of("query", "key", "value", "projection")) {
      draw(name, WIDTH * WIDTH, random);
    }
  }

  private void draw(String name, int size, Random random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    weights.put(name, values);
  }

  /** Returns a weight, flat and row-major. */
  float[] weight(String name) {
    return weights.get(name);
  }

  /** Returns the model as the bytes of a file. */
  byte[] toOnnx() {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("decoder");
    weights.forEach((name, values) -> graph.addInitializer(matrix(name, values)));
    graph.addInitializer(longs("headShape", 0, 0, HEADS, SIZE));
    graph.addInitializer(longs("wholeShape", 0, 0, WIDTH));
    graph.addInitializer(longs("two", 2));
    graph.addInitializer(longs("axes13", 1, 3));
    graph.addInitializer(longs("axes12", 1, 2));
    graph.addInitializer(longs("axis0", 0));
    graph.addInitializer(scalar("zero", 0));
    graph.addInitializer(scalar("one", 1));
    graph.addInitializer(number("scale", .5f)); // 1 / sqrt(4)
    graph.addInitializer(number("never", -1e9f));
    for (String name : List.of("input_ids", "attention_mask", "position_ids")) {
      graph.addInput(value(name, TensorProto.DataType.INT64, -1, -1));
    }
    for (String name : List.of("past_key_values.0.key", "past_key_values.0.value")) {
      graph.addInput(value(name, TensorProto.DataType.FLOAT, -1, HEADS, -1, SIZE));
    }
    embedding(graph);
    attention(graph);
    graph.addOutput(value("logits", TensorProto.DataType.FLOAT, -1, -1, vocabulary));
    graph.addOutput(value("last_hidden_state", TensorProto.DataType.FLOAT, -1, -1, WIDTH));
    graph.addOutput(value("present.0.key", TensorProto.DataType.FLOAT, -1, HEADS, -1, SIZE));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static void embedding(GraphProto.Builder graph) {
    node(graph, "Gather", "token", "tokens", "input_ids");
    node(graph, "Gather", "position", "positions", "position_ids");
    node(graph, "Add", "x", "token", "position");
  }

  private static void attention(GraphProto.Builder graph) {
    for (String name : List.of("query", "key", "value")) {
      node(graph, "MatMul", name + "Flat", "x", name);
      node(graph, "Reshape", name + "Heads", name + "Flat", "headShape");
      permute(graph, name + "Now", name + "Heads", 0, 2, 1, 3);
    }
    axis(graph, 2, "Concat", "present.0.key", "past_key_values.0.key", "keyNow");
    axis(graph, 2, "Concat", "values", "past_key_values.0.value", "valueNow");
    permute(graph, "keysTurned", "present.0.key", 0, 1, 3, 2);
    node(graph, "MatMul", "dots", "queryNow", "keysTurned");
    node(graph, "Mul", "scores", "dots", "scale");
    // A token sees itself and what stands before it, and no padding.
    node(graph, "Shape", "shape", "present.0.key");
    node(graph, "Gather", "length1", "shape", "two");
    node(graph, "Squeeze", "length", "length1", "axis0");
    node(graph, "Range", "places", "zero", "length", "one");
    node(graph, "Unsqueeze", "from", "position_ids", "axes13");
    node(graph, "LessOrEqual", "before", "places", "from");
    cast(graph, "isText", "attention_mask", TensorProto.DataType.BOOL);
    node(graph, "Unsqueeze", "text", "isText", "axes12");
    node(graph, "And", "seen", "before", "text");
    node(graph, "Where", "masked", "seen", "scores", "never");
    axis(graph, -1, "Softmax", "shares", "masked");
    node(graph, "MatMul", "contextHeads", "shares", "values");
    permute(graph, "contextTurned", "contextHeads", 0, 2, 1, 3);
    node(graph, "Reshape", "context", "contextTurned", "wholeShape");
    node(graph, "MatMul", "projected", "context", "projection");
    node(graph, "Add", "last_hidden_state", "projected", "x");
    permute(graph, "tokensTurned", "tokens", 1, 0);
    node(graph, "MatMul", "logits", "last_hidden_state", "tokensTurned");
  }

  private static NodeProto.Builder node(
      GraphProto.Builder graph, String operator, String output, String... inputs) {
    return graph
        .addNodeBuilder()
        .setOpType(operator)
        .addOutput(output)
        .addAllInput(Arrays.asList(inputs));
  }

  private static void axis(
      GraphProto.Builder graph, int axis, String operator, String output, String... inputs) {
    node(graph, operator, output, inputs).addAttribute(integer("axis", axis));
  }

  private static void cast(
      GraphProto.Builder graph, String output, String input, TensorProto.DataType type) {
    node(graph, "Cast", output, input).addAttribute(integer("to", type.getNumber()));
  }

  private static void permute(GraphProto.Builder graph, String output, String input, long... axes) {
    AttributeProto.Builder order =
        AttributeProto.newBuilder().setName("perm").setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(axes).forEach(order::addInts);
    node(graph, "Transpose", output, input).addAttribute(order);
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static TensorProto matrix(String name, float[] values) {
    TensorProto.Builder tensor =
        tensor(name, TensorProto.DataType.FLOAT).addDims(values.length / WIDTH).addDims(WIDTH);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return tensor.build();
  }

  private static TensorProto longs(String name, long... values) {
    TensorProto.Builder tensor = tensor(name, TensorProto.DataType.INT64).addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    return tensor.build();
  }

  private static TensorProto scalar(String name, long value) {
    return tensor(name, TensorProto.DataType.INT64).addInt64Data(value).build();
  }

  private static TensorProto number(String name, float value) {
    return tensor(name, TensorProto.DataType.FLOAT).addFloatData(value).build();
  }

  private static TensorProto.Builder tensor(String name, TensorProto.DataType type) {
    return TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
  }

  /** A size of -1 is known when the model runs. */
  private static ValueInfoProto value(String name, TensorProto.DataType type, long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < sizes.length; axis++) {
      TensorShapeProto.Dimension.Builder size = shape.addDimBuilder();
      if (sizes[axis] < 0) {
        size.setDimParam(name + axis);
      } else {
        size.setDimValue(sizes[axis]);
      }
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
