package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import java.util.Map;

/**
 * What an item's texts say, as vectors of shape [d] and length 1.
 *
 * @param content the views, fused
 * @param views each view the item has; never empty
 */
public record ItemVectors(Embedding content, Map<View, Embedding> views) {
  public ItemVectors {
    views = Map.copyOf(views);
  }
}
