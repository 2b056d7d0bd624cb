package io.lorecast.events;

import java.util.List;

/**
 * {@code io.lorecast.item-encoded.v1}: an item's content is stored, or gone. Sent by item-added,
 * handled by kg-updated, which refreshes what lies around the item, and by knowledge, which reads
 * its text.
 *
 * @param itemId names the item
 * @param version the item's version; 0 if it was removed
 * @param encoder what made the vectors; empty if it was removed
 * @param views which texts were read: {@code name}, {@code description}, {@code reviews}
 */
public record ItemEncoded(String itemId, long version, String encoder, List<String> views) {}
