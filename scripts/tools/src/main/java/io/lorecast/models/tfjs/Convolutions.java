package io.lorecast.models.tfjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layers that move a window over an image, as ONNX nodes: channels first. */
final class Convolutions {

  private final LayersModel model;
  private final OnnxGraph graph;

  Convolutions(LayersModel model, OnnxGraph graph) {
    this.model = model;
    this.graph = graph;
  }

  String pad(Layer layer, String input) {
    int[] rows = Layer.integers(layer.config().path("padding").path(0));
    int[] columns = Layer.integers(layer.config().path("padding").path(1));
    String pads =
        graph.integers(
            layer.name() + "/pads", 0, 0, rows[0], columns[0], 0, 0, rows[1], columns[1]);
    return graph.node("Pad", layer.name(), List.of(input, pads));
  }

  /** Keras has the kernel as [height, width, in, out], ONNX as [out, in, height, width]. */
  String convolve(Layer layer, String input) {
    return convolve(layer, input, model.weight(layer, "kernel").transpose(3, 2, 0, 1), 1);
  }

  /** Keras has [height, width, channels, multiplier], ONNX [channels * multiplier, 1, h, w]. */
  String convolveEachChannel(Layer layer, String input) {
    Weight kernel = model.weight(layer, "depthwise_kernel").transpose(2, 3, 0, 1);
    int[] shape = kernel.shape();
    Weight flat = kernel.reshape(shape[0] * shape[1], 1, shape[2], shape[3]);
    return convolve(layer, input, flat, shape[0]);
  }

  private String convolve(Layer layer, String input, Weight kernel, int groups) {
    layer.require("activation", "linear");
    List<String> reads = new ArrayList<>();
    reads.add(input);
    reads.add(graph.weight(layer.name() + "/kernel", kernel));
    if (layer.is("use_bias")) {
      reads.add(graph.weight(layer.name() + "/bias", model.weight(layer, "bias")));
    }
    Map<String, Object> attributes = window(layer);
    attributes.put("dilations", layer.integers("dilation_rate"));
    attributes.put("group", groups);
    return graph.node("Conv", layer.name(), reads, attributes);
  }

  String averagePool(Layer layer, String input) {
    Map<String, Object> attributes = window(layer);
    attributes.put("kernel_shape", layer.integers("pool_size"));
    return graph.node("AveragePool", layer.name(), List.of(input), attributes);
  }

  private static Map<String, Object> window(Layer layer) {
    layer.require("data_format", "channels_last");
    layer.require("padding", "same", "valid");
    Map<String, Object> attributes = new HashMap<>();
    // TensorFlow puts the odd column of "same" padding at the end, as SAME_UPPER does.
    attributes.put("auto_pad", layer.text("padding").equals("same") ? "SAME_UPPER" : "VALID");
    attributes.put("strides", layer.integers("strides"));
    return attributes;
  }
}
