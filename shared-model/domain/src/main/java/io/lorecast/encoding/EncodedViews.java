package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;

/**
 * What one encoder read of an item.
 *
 * @param vectors shape [d] each, of length 1
 * @param attributes what else it saw, for example how safe images are; added to the item's own
 */
public record EncodedViews(Map<View, Embedding> vectors, Map<String, List<String>> attributes) {

  /** Nothing. */
  public static final EncodedViews NONE = new EncodedViews(Map.of(), Map.of());

  public EncodedViews {
    vectors = Map.copyOf(vectors);
    attributes = Map.copyOf(attributes);
  }
}
