package io.lorecast.encoding.onnx;

import static io.lorecast.encoding.onnx.Messages.message;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Nodes to add to a model of ONNX. A protocol buffer that follows another is merged into it, and
 * repeated fields grow ("Encoding: Last One Wins", protobuf.dev): so a model's file and {@link
 * #toModel}, one after the other, are the model with more nodes, constants and outputs.
 */
final class GraphPart {

  // Field numbers and values of onnx.proto3.
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_TYPE = 20;
  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_LONGS = 7;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;
  private static final int VALUE_TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TENSOR_TYPE_ELEMENT = 1;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int INTEGER_ATTRIBUTE = 2;

  private static final Messages.Writing NO_ATTRIBUTE = node -> {};

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /** Adds an operator without attributes. */
  GraphPart node(String operator, String output, String... inputs) throws IOException {
    return node(operator, NO_ATTRIBUTE, output, inputs);
  }

  /** Adds {@code input} as numbers of 32 bits. */
  GraphPart cast(String output, String input) throws IOException {
    return node("Cast", attribute("to", FLOAT), output, input);
  }

  /** Adds what stands in {@code input} along {@code axis} at the places in {@code places}. */
  GraphPart gather(String output, int axis, String input, String places) throws IOException {
    return node("Gather", attribute("axis", axis), output, input, places);
  }

  /** Adds whole numbers, flat and row-major. */
  GraphPart constant(String name, long[] shape, long... values) throws IOException {
    return field(
        GRAPH_INITIALIZER,
        tensor -> {
          for (long dimension : shape) {
            tensor.writeInt64(TENSOR_DIMENSIONS, dimension);
          }
          tensor.writeInt32(TENSOR_TYPE, INT64);
          for (long value : values) {
            tensor.writeInt64(TENSOR_LONGS, value);
          }
          tensor.writeString(TENSOR_NAME, name);
        });
  }

  /** Makes numbers of 32 bits an output of the model. */
  GraphPart output(String name) throws IOException {
    byte[] element = message(tensor -> tensor.writeInt32(TENSOR_TYPE_ELEMENT, FLOAT));
    byte[] type = message(value -> value.writeByteArray(TYPE_TENSOR, element));
    return field(
        GRAPH_OUTPUT,
        value -> {
          value.writeString(VALUE_NAME, name);
          value.writeByteArray(VALUE_TYPE, type);
        });
  }

  /** Returns a model of these nodes alone, to follow the one they are added to. */
  byte[] toModel() throws IOException {
    return message(model -> model.writeByteArray(MODEL_GRAPH, graph.toByteArray()));
  }

  private GraphPart node(
      String operator, Messages.Writing attribute, String output, String... inputs)
      throws IOException {
    return field(
        GRAPH_NODE,
        node -> {
          for (String input : inputs) {
            node.writeString(NODE_INPUT, input);
          }
          node.writeString(NODE_OUTPUT, output);
          node.writeString(NODE_OPERATOR, operator);
          attribute.write(node);
        });
  }

  private static Messages.Writing attribute(String name, int value) throws IOException {
    byte[] bytes =
        message(
            attribute -> {
              attribute.writeString(ATTRIBUTE_NAME, name);
              attribute.writeInt64(ATTRIBUTE_INTEGER, value);
              attribute.writeInt32(ATTRIBUTE_TYPE, INTEGER_ATTRIBUTE);
            });
    return node -> node.writeByteArray(NODE_ATTRIBUTE, bytes);
  }

  private GraphPart field(int number, Messages.Writing content) throws IOException {
    CodedOutputStream output = CodedOutputStream.newInstance(graph);
    output.writeByteArray(number, message(content));
    output.flush();
    return this;
  }
}
