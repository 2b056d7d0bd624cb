package io.lorecast.events;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds an event: each part may be unknown.
 *
 * @param device phone, tablet, computer, television or other
 * @param hour of the day there, 0 to 23
 * @param timeZone in the IANA's words, from which the hour follows; not beside {@code hour}
 * @param region ISO 3166, {@code DE} or {@code DE-BE}
 */
public record EventContext(
    @Nullable String device,
    @Nullable Integer hour,
    @Nullable String timeZone,
    @Nullable String region) {}
