package io.lorecast.models.tfjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ONNX graph that is built node by node. The same calls give the same bytes.
 *
 * <p>Source: onnx.proto of ONNX 1.8 (IR version 7, operator set 13), whose field numbers stand
 * here.
 */
final class OnnxGraph {

  private static final int IR_VERSION = 7;
  private static final int OPERATOR_SET = 13;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_STRING = 3;
  private static final int ATTRIBUTE_INTS = 7;

  private final String name;
  private final List<OnnxMessage> nodes = new ArrayList<>();
  private final List<OnnxMessage> weights = new ArrayList<>();
  private final List<OnnxMessage> inputs = new ArrayList<>();
  private final List<OnnxMessage> outputs = new ArrayList<>();

  OnnxGraph(String name) {
    this.name = name;
  }

  /** Adds an input of floats, shape [batch, {@code shape}...]. */
  void input(String name, int... shape) {
    inputs.add(value(name, shape));
  }

  /** Declares a node's result as an output, shape [batch, {@code shape}...]. */
  void output(String name, int... shape) {
    outputs.add(value(name, shape));
  }

  /** Adds a constant and returns its name. */
  String weight(String name, Weight weight) {
    OnnxMessage tensor = new OnnxMessage();
    Arrays.stream(weight.shape()).forEach(size -> tensor.number(1, size));
    weights.add(tensor.number(2, FLOAT).text(8, name).data(9, weight.bytes()));
    return name;
  }

  /** Adds a constant of whole numbers and returns its name. */
  String integers(String name, int... values) {
    OnnxMessage tensor = new OnnxMessage().number(1, values.length).number(2, INT64);
    Arrays.stream(values).forEach(value -> tensor.number(7, value));
    weights.add(tensor.text(8, name));
    return name;
  }

  /** Adds a node without attributes and returns its only result, which is its name too. */
  String node(String operator, String result, List<String> reads) {
    return node(operator, result, reads, Map.of());
  }

  /**
   * Adds a node and returns its only result, which is its name too.
   *
   * @param attributes an Integer, a Float, a String or an int[] each
   */
  String node(String operator, String result, List<String> reads, Map<String, Object> attributes) {
    OnnxMessage node = new OnnxMessage();
    reads.forEach(read -> node.text(1, read));
    node.text(2, result).text(3, result).text(4, operator);
    // Sorted, because a map has no order of its own and the bytes must have one.
    new TreeMap<>(attributes).forEach((key, value) -> node.message(5, attribute(key, value)));
    nodes.add(node);
    return result;
  }

  private static OnnxMessage attribute(String name, Object value) {
    OnnxMessage attribute = new OnnxMessage().text(1, name);
    switch (value) {
      case Float real -> attribute.real(2, real).number(20, ATTRIBUTE_FLOAT);
      case Integer number -> attribute.number(3, number).number(20, ATTRIBUTE_INT);
      case String text -> attribute.text(4, text).number(20, ATTRIBUTE_STRING);
      case int[] numbers -> {
        Arrays.stream(numbers).forEach(number -> attribute.number(8, number));
        attribute.number(20, ATTRIBUTE_INTS);
      }
      default -> throw new IllegalArgumentException("no attribute may be " + value.getClass());
    }
    return attribute;
  }

  private static OnnxMessage value(String name, int[] sizes) {
    OnnxMessage shape = new OnnxMessage().message(1, new OnnxMessage().text(2, "batch"));
    Arrays.stream(sizes).forEach(size -> shape.message(1, new OnnxMessage().number(1, size)));
    OnnxMessage tensor = new OnnxMessage().number(1, FLOAT).message(2, shape);
    return new OnnxMessage().text(1, name).message(2, new OnnxMessage().message(1, tensor));
  }

  /** Returns the model file. */
  byte[] toByteArray() {
    OnnxMessage graph = new OnnxMessage();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, name);
    weights.forEach(weight -> graph.message(5, weight));
    inputs.forEach(input -> graph.message(11, input));
    outputs.forEach(output -> graph.message(12, output));
    return new OnnxMessage()
        .number(1, IR_VERSION)
        .text(2, "lorecast")
        .message(7, graph)
        .message(8, new OnnxMessage().text(1, "").number(2, OPERATOR_SET))
        .toByteArray();
  }
}
