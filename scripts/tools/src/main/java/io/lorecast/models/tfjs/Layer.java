package io.lorecast.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A layer of a Keras model.
 *
 * @param inputs names of the layers it reads, in order
 * @param config its settings, as Keras names them
 */
record Layer(String name, String kind, List<String> inputs, JsonNode config) {

  /** Reads an entry of the model's {@code layers}. */
  static Layer read(JsonNode json) {
    // [[["conv1", 0, 0, {}], ...]]: the layer is used once, on the first output of each input.
    List<String> inputs =
        StreamSupport.stream(json.path("inbound_nodes").path(0).spliterator(), false)
            .map(input -> input.path(0).asText())
            .toList();
    return new Layer(
        json.path("name").asText(), json.path("class_name").asText(), inputs, json.path("config"));
  }

  String text(String setting) {
    return config.path(setting).asText();
  }

  boolean is(String setting) {
    return config.path(setting).asBoolean();
  }

  int[] integers(String setting) {
    return integers(config.path(setting));
  }

  static int[] integers(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }

  /**
   * Requires the setting to have a value that is converted, or to be absent.
   *
   * @throws IllegalArgumentException naming layer, setting and value, if it has another
   */
  void require(String setting, String... values) {
    String value = text(setting);
    if (config.hasNonNull(setting) && !List.of(values).contains(value)) {
      throw new IllegalArgumentException(
          "layer %s: %s must be one of %s, was %s"
              .formatted(name, setting, List.of(values), value));
    }
  }
}
