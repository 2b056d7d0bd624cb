package io.lorecast.events;

/**
 * {@code io.lorecast.item-removed.v1}: an item has left the catalogue for good. Sent by the
 * catalogue.
 *
 * @param itemId names the item
 */
public record ItemRemoved(String itemId) {}
