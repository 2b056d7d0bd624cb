package io.lorecast.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A Keras model in TensorFlow.js's "layers" format.
 *
 * @param layers in an order in which each comes after those it reads
 * @param weights by {@code layer/weight}
 */
public record LayersModel(List<Layer> layers, Map<String, Weight> weights) {

  /**
   * Reads a model.
   *
   * @param json {@code model.json}: topology and manifest of the weights
   * @param shards the weight files, one after another
   * @throws IllegalArgumentException if it is no such model, or its weights are not read
   */
  public static LayersModel read(JsonNode json, byte[] shards) {
    JsonNode layers = json.path("modelTopology").path("model_config").path("config").path("layers");
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("there must be layers at modelTopology.model_config");
    }
    Map<String, Weight> weights = new HashMap<>();
    ByteBuffer data = ByteBuffer.wrap(shards);
    for (JsonNode group : json.path("weightsManifest")) {
      for (JsonNode weight : group.path("weights")) {
        weights.put(weight.path("name").asText(), Weight.read(weight, data));
      }
    }
    return new LayersModel(
        StreamSupport.stream(layers.spliterator(), false).map(Layer::read).toList(), weights);
  }

  /** Returns a weight of {@code layer}, for example its kernel. */
  Weight weight(Layer layer, String name) {
    return Optional.ofNullable(weights.get(layer.name() + "/" + name))
        .orElseThrow(
            () -> new IllegalArgumentException("layer " + layer.name() + " has no " + name));
  }
}
