package io.lorecast.encoding.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes ONNX models of two or three nodes: the features are the image itself, flat, as it came in,
 * and the scores are made of them. So what a test sees is exactly what the model was given.
 *
 * <p>The field numbers are those of onnx.proto.
 */
final class SmallModel {

  static final String PREPROCESSING =
      """
      {"size": {"height": 2, "width": 2}, "resample": 2, "do_normalize": false}
      """;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /**
   * Begins a model.
   *
   * @param shape of its input after the first axis; -1 for an axis left open
   */
  SmallModel(String input, int... shape) {
    text(graph, 2, "small");
    message(graph, 11, value(input, shape));
  }

  SmallModel node(String operator, String input, String output) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    text(node, 1, input);
    text(node, 2, output);
    text(node, 4, operator);
    message(graph, 1, node);
    return this;
  }

  SmallModel output(String name) {
    message(graph, 12, value(name, -1));
    return this;
  }

  /** Writes the model with its configuration into {@code folder}. */
  Path write(Path folder, String preprocessing) throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, 7);
    message(model, 7, graph);
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    number(operators, 2, 13);
    message(model, 8, operators);
    Files.createDirectories(folder);
    Files.write(folder.resolve("model.onnx"), model.toByteArray());
    Files.writeString(folder.resolve("preprocessor_config.json"), preprocessing);
    return folder;
  }

  /** A tensor of floats, shape [n, {@code shape}...]. */
  private static ByteArrayOutputStream value(String name, int... shape) {
    ByteArrayOutputStream axes = new ByteArrayOutputStream();
    message(axes, 1, axis(-1));
    for (int size : shape) {
      message(axes, 1, axis(size));
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, 1);
    message(tensor, 2, axes);
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    message(type, 1, tensor);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, 1, name);
    message(value, 2, type);
    return value;
  }

  private static ByteArrayOutputStream axis(int size) {
    ByteArrayOutputStream axis = new ByteArrayOutputStream();
    if (size >= 0) {
      number(axis, 1, size);
    }
    return axis;
  }

  private static void number(ByteArrayOutputStream out, int field, int value) {
    variable(out, field << 3);
    variable(out, value);
  }

  private static void text(ByteArrayOutputStream out, int field, String value) {
    bytes(out, field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void message(ByteArrayOutputStream out, int field, ByteArrayOutputStream value) {
    bytes(out, field, value.toByteArray());
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    variable(out, field << 3 | 2);
    variable(out, value.length);
    out.writeBytes(value);
  }

  private static void variable(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest >= 0x80) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
