package io.lorecast.events;

import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.encode-query.v1}: somebody wants to search by words. Handled by item-added,
 * where the encoder is. Only reads.
 *
 * @param query what is searched for
 * @param language BCP 47 tag of its language; {@code en} if absent
 */
public record EncodeQuery(String query, @Nullable String language) {}
