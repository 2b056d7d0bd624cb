package io.lorecast.events;

import java.util.List;

/**
 * {@code io.lorecast.query-encoded.v1}: a query as the encoder reads it, the vector of a search.
 * Sent by item-added.
 *
 * @param query what is searched for
 * @param space names the space of the catalogue's vectors
 * @param values the vector in that space
 */
public record QueryEncoded(String query, String space, List<Float> values) {}
