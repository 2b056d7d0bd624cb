package io.lorecast.events;

/**
 * {@code io.lorecast.encode-catalogue.v1}: read every item again by the encoders that are
 * configured now. Sent by whoever changed them, or by the process that finds them changed.
 *
 * @param requestId names the request
 */
public record EncodeCatalogue(String requestId) {}
