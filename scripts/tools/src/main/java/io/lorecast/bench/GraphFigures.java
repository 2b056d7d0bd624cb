package io.lorecast.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What {@code scripts/bench graph} prints.
 *
 * @param refreshMillis1000 median time from sending a change of a node of 1,000 items, one in ten
 *     without text, until it is answered, its vectors saved and announced
 * @param visibleMillis1000 median time of a request for recommendations right after it
 * @param refreshMillisUntold the same where all dependants are items without text, whose vectors
 *     are made of the neighbours'
 * @param hubSeconds time from sending a change of the hub until every vector around it is saved
 * @param hubItems how many items the hub has
 * @param meanwhileMillis longest time of a change elsewhere while the hub is worked off
 * @param importEdgesPerSecond edges answered in a second
 * @param drainSeconds time from the last answer until no refresh is queued
 * @param dynamoShare which part of the processor time of the import DynamoDB Local took, in [0, 1]
 * @param heapMegabytes heap of the functions' process after a collection, catalogue loaded
 * @param rebuildSeconds time of a rebuild of the hot state
 * @param edges how many edges there are
 */
record GraphFigures(
    @JsonProperty("refresh_ms_1000") double refreshMillis1000,
    @JsonProperty("visible_ms_1000") double visibleMillis1000,
    @JsonProperty("refresh_ms_untold") double refreshMillisUntold,
    @JsonProperty("hub_s_50000") double hubSeconds,
    @JsonProperty("hub_items") int hubItems,
    @JsonProperty("meanwhile_ms") double meanwhileMillis,
    @JsonProperty("import_edges_per_s") long importEdgesPerSecond,
    @JsonProperty("dynamodb_local_share") double dynamoShare,
    @JsonProperty("drain_s") double drainSeconds,
    @JsonProperty("heap_mb_1m_edges") long heapMegabytes,
    @JsonProperty("rebuild_s") double rebuildSeconds,
    @JsonProperty("edges") long edges) {}
