package io.lorecast.events;

/**
 * Two entities of a {@link KgUpdated} that turn out to be one.
 *
 * @param entity loses its edges; whoever names it later means {@code into}
 * @param into has its edges and names from now on
 */
public record EntityMerge(String entity, String into) {}
