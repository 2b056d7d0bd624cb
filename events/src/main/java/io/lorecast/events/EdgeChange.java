package io.lorecast.events;

import org.jspecify.annotations.Nullable;

/**
 * One edge of a {@link KgUpdated}.
 *
 * @param head the entity it starts at, {@code type:name}; an item is {@code item:<itemId>}
 * @param relation its type
 * @param tail the entity it ends at
 * @param weight how much it says, above 0 and at most 1; 1 if absent
 */
public record EdgeChange(String head, String relation, String tail, @Nullable Double weight) {}
