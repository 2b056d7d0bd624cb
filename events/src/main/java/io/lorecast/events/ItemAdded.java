package io.lorecast.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.item-added.v1}: an item is new, or has changed. Sent by the catalogue.
 *
 * @param itemId names the item
 * @param version grows with every change; 1 if absent. A smaller one than the stored one is ignored
 * @param name what users see
 * @param description what it is about
 * @param reviews what others say of it
 * @param images where its images are: URL, data URI or file
 * @param attributes facts by name; each value becomes an edge of the knowledge graph
 * @param language BCP 47 tag of the texts; {@code en} if absent
 * @param available whether it may be recommended; true if absent
 */
public record ItemAdded(
    String itemId,
    @Nullable Long version,
    String name,
    @Nullable String description,
    @Nullable List<String> reviews,
    @Nullable List<String> images,
    @Nullable Map<String, List<String>> attributes,
    @Nullable String language,
    @Nullable Boolean available) {}
