package io.lorecast.store;

import io.lorecast.encoding.ItemView;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;

/**
 * The vector spaces, each with one writer. Vectors of different encoders, or fused in different
 * ways, lie in different spaces, so that they are never mixed.
 */
public interface VectorStores {

  /** Returns what {@code encoder}, by its version, read of items; written by item-added. */
  VectorStore<ItemView> views(String encoder);

  /**
   * Returns all views of an item, fused; written by item-added, and by model-refresh for a new
   * space.
   *
   * @param space {@link io.lorecast.encoding.ContentSpace#id}
   */
  VectorStore<ItemId> content(String space);

  /**
   * Returns what {@code encoder}, by its version, read of labels, by text; written by item-added.
   */
  VectorStore<String> labels(String encoder);

  /** Returns what entities are about; written by kg-updated, hot alone. */
  VectorStore<EntityId> entities(String space);

  /**
   * Returns the weighted mean of what is around an item that has no content of its own; written by
   * kg-updated, hot alone.
   */
  VectorStore<ItemId> neighbours(String space);

  /** Returns texts that have been encoded before, by content hash; a cache, may forget. */
  VectorStore<String> encoded();
}
