package io.lorecast.store;

/**
 * What the vectors around a node are made of, and where they go.
 *
 * @param entities say what nodes are called
 * @param models say in which space contents are read
 * @param feed hears which items' vectors are new
 */
public record NeighbourSources(
    GraphStore graph,
    EntityStore entities,
    VectorStores vectors,
    ModelStore models,
    ChangeFeed feed) {}
