package io.lorecast.store;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;

/**
 * The vector spaces, each with one writer.
 *
 * @param content what an item's texts say, fused; written by item-added
 * @param names what an item's name says alone; written by item-added
 * @param descriptions what an item's description says alone; written by item-added
 * @param entities the mean content of the items around an entity; written by kg-updated, hot alone
 * @param neighbours the weighted mean of the entities around an item; written by kg-updated, hot
 *     alone
 * @param encoded texts that have been encoded before, by content hash; a cache, may forget
 */
public record VectorStores(
    VectorStore<ItemId> content,
    VectorStore<ItemId> names,
    VectorStore<ItemId> descriptions,
    VectorStore<EntityId> entities,
    VectorStore<ItemId> neighbours,
    VectorStore<String> encoded) {}
