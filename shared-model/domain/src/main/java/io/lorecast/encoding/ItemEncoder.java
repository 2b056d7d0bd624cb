package io.lorecast.encoding;

import io.lorecast.model.Item;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Encodes an item by every encoder that can read something of it. The same item gives the same
 * bits. Thread-safe; never blocks the caller.
 */
public final class ItemEncoder {

  private final List<ViewEncoder> encoders;

  /** Creates an encoder of items; {@code encoders} have a version each. */
  public ItemEncoder(List<ViewEncoder> encoders) {
    this.encoders = List.copyOf(encoders);
  }

  /** Returns the encoders. */
  public List<ViewEncoder> encoders() {
    return encoders;
  }

  /** Emits the vectors of {@code item}; fails as {@link ViewEncoder#encode} does. */
  public Uni<ItemVectors> encode(Item item) {
    return Uni.join()
        .all(encoders.stream().map(encoder -> encoder.encode(item)).toList())
        .andFailFast()
        .map(this::joined);
  }

  private ItemVectors joined(List<EncodedViews> read) {
    Map<String, Map<View, Embedding>> views = new HashMap<>();
    Map<String, List<String>> attributes = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      if (!read.get(i).vectors().isEmpty()) {
        views.put(encoders.get(i).version(), read.get(i).vectors());
      }
      attributes.putAll(read.get(i).attributes());
    }
    return new ItemVectors(views, attributes);
  }

  /** Returns the keys of all views of {@code item} that the encoder may have written. */
  public static Set<ItemView> viewsOf(Item item, ViewEncoder encoder) {
    return encoder.views().stream()
        .map(view -> new ItemView(item.id(), view))
        .collect(java.util.stream.Collectors.toSet());
  }
}
