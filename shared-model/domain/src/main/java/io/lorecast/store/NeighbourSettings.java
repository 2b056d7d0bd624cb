package io.lorecast.store;

/**
 * How far a change in the graph reaches, and what vectors are made of.
 *
 * @param sampledEdges the degree cap: at most how many edges of a node are looked at, in the graph
 *     store's order
 * @param fanOut a change around which there are more edges than this is not refreshed at once but
 *     queued
 * @param neighbours how many of the nodes around an item, the heaviest, make its neighbour vector
 * @param catalogueScale about how many items there are: nodes are rare or frequent in proportion
 * @param changesARefresh at most how many changes that wait for each other are refreshed together
 */
public record NeighbourSettings(
    int sampledEdges, int fanOut, int neighbours, double catalogueScale, int changesARefresh) {

  public NeighbourSettings {
    if (sampledEdges < 1 || fanOut < 1) {
      throw new IllegalArgumentException(
          "sampled-edges and fan-out must be at least 1, were %d and %d"
              .formatted(sampledEdges, fanOut));
    }
  }
}
