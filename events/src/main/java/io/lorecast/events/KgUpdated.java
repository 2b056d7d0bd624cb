package io.lorecast.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.kg-updated.v1}: edges of the knowledge graph appear or go. Sent by the owner
 * of the graph.
 *
 * @param changeId names the change; one that was applied is not applied again
 * @param added edges that appear
 * @param removed edges that go; their weight does not matter
 */
public record KgUpdated(
    String changeId, @Nullable List<EdgeChange> added, @Nullable List<EdgeChange> removed) {}
