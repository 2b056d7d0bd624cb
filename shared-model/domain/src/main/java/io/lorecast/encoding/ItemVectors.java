package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all encoders read of an item.
 *
 * @param views vectors of shape [d] and length 1, by encoder and view
 * @param attributes what the encoders saw besides
 */
public record ItemVectors(
    Map<String, Map<View, Embedding>> views, Map<String, List<String>> attributes) {

  public ItemVectors {
    views = Map.copyOf(views);
    attributes = Map.copyOf(attributes);
  }

  /** Returns what {@code encoder} has read. */
  public Map<View, Embedding> of(String encoder) {
    return views.getOrDefault(encoder, Map.of());
  }

  /** Returns the views that some encoder has read, in their order. */
  public Set<View> present() {
    Set<View> present = new TreeSet<>();
    views.values().forEach(vectors -> present.addAll(vectors.keySet()));
    return present;
  }
}
