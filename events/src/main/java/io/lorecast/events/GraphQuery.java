package io.lorecast.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.graph-query.v1}: somebody wants to see a part of the knowledge graph. Only
 * reads. With {@code from} or {@code userId} it asks for the paths from there to {@code entity},
 * else for what is around {@code entity}.
 *
 * @param queryId comes back in the answer; made up if absent
 * @param entity the entity asked about, {@code type:name}
 * @param from entities that paths are to start from
 * @param userId whose liked items paths are to start from
 * @param hops how far around the entity, 1 to 3; 1 if absent
 * @param limit at most how many edges around it, or paths to it, 1 to 1,000; 100 if absent
 */
public record GraphQuery(
    @Nullable String queryId,
    String entity,
    @Nullable List<String> from,
    @Nullable String userId,
    @Nullable Integer hops,
    @Nullable Integer limit) {}
