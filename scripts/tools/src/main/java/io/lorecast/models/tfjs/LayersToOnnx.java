package io.lorecast.models.tfjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts an image model of Keras layers into ONNX.
 *
 * <p>Images come in as Keras has them, shape [n, height, width, channels], and are turned once, for
 * ONNX convolves with the channels first. Batch normalisation is left as it is: ONNX Runtime folds
 * it into the convolutions when it opens the model. Dropout does nothing outside training and is
 * left out.
 */
public final class LayersToOnnx {

  /** Name of the input, shape [n, height, width, channels]. */
  public static final String INPUT = "image";

  private static final int[] CHANNELS_FIRST = {0, 3, 1, 2};
  private static final int[] CHANNELS_LAST = {0, 2, 3, 1};

  private final LayersModel model;
  private final OnnxGraph graph;
  private final Convolutions convolutions;

  /** Name of the value that holds each layer's result. */
  private final Map<String, String> results = new HashMap<>();

  private LayersToOnnx(LayersModel model, String name) {
    this.model = model;
    this.graph = new OnnxGraph(name);
    this.convolutions = new Convolutions(model, graph);
  }

  /**
   * A layer's result under a name of its own.
   *
   * @param size how many numbers there are for each image
   */
  public record Output(String layer, String name, int size) {}

  /**
   * Returns {@code model} as an ONNX file, the same bytes each time.
   *
   * @param outputs what comes out, shape [n, size] each
   * @throws IllegalArgumentException naming the layer, if one is of a kind that is not converted
   */
  public static byte[] convert(LayersModel model, String name, List<Output> outputs) {
    LayersToOnnx conversion = new LayersToOnnx(model, name);
    model.layers().forEach(layer -> conversion.results.put(layer.name(), conversion.add(layer)));
    for (Output output : outputs) {
      String result = conversion.result(output.layer());
      conversion.graph.node("Identity", output.name(), List.of(result));
      conversion.graph.output(output.name(), output.size());
    }
    return conversion.graph.toByteArray();
  }

  private String add(Layer layer) {
    List<String> reads = layer.inputs().stream().map(this::result).toList();
    return switch (layer.kind()) {
      case "InputLayer" -> input(layer);
      case "ZeroPadding2D" -> convolutions.pad(layer, reads.getFirst());
      case "Conv2D" -> convolutions.convolve(layer, reads.getFirst());
      case "DepthwiseConv2D" -> convolutions.convolveEachChannel(layer, reads.getFirst());
      case "AveragePooling2D" -> convolutions.averagePool(layer, reads.getFirst());
      case "BatchNormalization" -> normalise(layer, reads.getFirst());
      case "ReLU" -> clip(layer, reads.getFirst());
      case "Add" -> graph.node("Add", layer.name(), reads);
      case "Flatten" -> flatten(layer, reads.getFirst());
      case "Dense" -> dense(layer, reads.getFirst());
      case "Dropout" -> reads.getFirst();
      default ->
          throw new IllegalArgumentException(
              "layer %s: kind %s is not converted".formatted(layer.name(), layer.kind()));
    };
  }

  private String result(String layer) {
    String result = results.get(layer);
    if (result == null) {
      throw new IllegalArgumentException("layer " + layer + " is read before it is there");
    }
    return result;
  }

  private String input(Layer layer) {
    int[] shape = layer.integers("batch_input_shape");
    graph.input(INPUT, Arrays.copyOfRange(shape, 1, shape.length));
    return turn(layer.name(), INPUT, CHANNELS_FIRST);
  }

  private String turn(String result, String input, int[] order) {
    return graph.node("Transpose", result, List.of(input), Map.of("perm", order));
  }

  private String normalise(Layer layer, String input) {
    List<String> reads = new ArrayList<>();
    reads.add(input);
    for (String weight : List.of("gamma", "beta", "moving_mean", "moving_variance")) {
      reads.add(weight(layer, weight));
    }
    float epsilon = (float) layer.config().path("epsilon").asDouble();
    return graph.node("BatchNormalization", layer.name(), reads, Map.of("epsilon", epsilon));
  }

  private String clip(Layer layer, String input) {
    layer.require("negative_slope", "0", "0.0");
    layer.require("threshold", "0", "0.0");
    if (!layer.config().path("max_value").isNumber()) {
      return graph.node("Relu", layer.name(), List.of(input));
    }
    float max = (float) layer.config().path("max_value").asDouble();
    List<String> reads = List.of(input, scalar(layer, "min", 0), scalar(layer, "max", max));
    return graph.node("Clip", layer.name(), reads);
  }

  private String scalar(Layer layer, String name, float value) {
    return graph.weight(layer.name() + "/" + name, new Weight(new int[0], value));
  }

  /** Flattens with the channels last, as Keras counts them. */
  private String flatten(Layer layer, String input) {
    String turned = turn(layer.name() + "/turned", input, CHANNELS_LAST);
    return graph.node("Flatten", layer.name(), List.of(turned));
  }

  private String dense(Layer layer, String input) {
    layer.require("activation", "linear", "relu", "softmax");
    String sum = layer.name() + "/sum";
    graph.node("Gemm", sum, List.of(input, weight(layer, "kernel"), weight(layer, "bias")));
    return switch (layer.text("activation")) {
      case "relu" -> graph.node("Relu", layer.name(), List.of(sum));
      case "softmax" -> graph.node("Softmax", layer.name(), List.of(sum));
      default -> sum;
    };
  }

  private String weight(Layer layer, String name) {
    return graph.weight(layer.name() + "/" + name, model.weight(layer, name));
  }
}
