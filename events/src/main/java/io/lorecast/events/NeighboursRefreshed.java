package io.lorecast.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.neighbours-refreshed.v1}: vectors around changed edges are fresh. Sent by
 * kg-updated, for whoever watches and for kg-updated itself, which has new labels encoded.
 *
 * @param changeId the change that caused it
 * @param items whose neighbour vectors were computed anew
 * @param entities whose vectors were computed anew
 * @param queued how many nodes were touched around which vectors will be computed when there is
 *     time; absent if there are none
 * @param described entities of which the change said what they are called; absent if there are none
 */
public record NeighboursRefreshed(
    String changeId,
    List<String> items,
    List<String> entities,
    @Nullable Integer queued,
    @Nullable List<String> described) {}
