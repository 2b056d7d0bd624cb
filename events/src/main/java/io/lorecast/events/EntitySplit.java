package io.lorecast.events;

import java.util.List;

/**
 * An entity of a {@link KgUpdated} that turns out to be two.
 *
 * @param entity keeps its other edges
 * @param into gets {@code edges}, and stands for itself from now on if it was merged before
 * @param edges which of the edges of {@code entity}, as they stand there; weights and times do not
 *     matter
 */
public record EntitySplit(String entity, String into, List<EdgeChange> edges) {}
