package io.lorecast.bench;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Map;

/**
 * What encoders say of items.
 *
 * @param space what the vectors are made of
 * @param vectors of the items that were encoded
 */
record Contents(ContentSpace space, Map<ItemId, Embedding> vectors) {

  static final Contents NONE = new Contents(ContentSpace.NONE, Map.of());

  static Contents ofText(Map<ItemId, Embedding> vectors) {
    return ofOne("bench", vectors);
  }

  /** Returns the contents of one encoder. */
  static Contents ofOne(String encoder, Map<ItemId, Embedding> vectors) {
    return vectors.isEmpty()
        ? NONE
        : new Contents(
            ContentSpace.single(encoder, vectors.values().iterator().next().dimension()), vectors);
  }
}
