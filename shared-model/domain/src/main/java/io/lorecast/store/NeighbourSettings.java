package io.lorecast.store;

/**
 * How far a change in the graph reaches, and what vectors are made of.
 *
 * @param sampledEdges at most how many edges of a node are looked at, in the graph store's order
 * @param fanOut a node with more edges than this is a hub: the items around it are not refreshed
 *     with it; at most {@code sampledEdges}
 * @param neighbours how many of the nodes around an item, the heaviest, make its neighbour vector
 * @param catalogueScale about how many items there are: nodes are rare or frequent in proportion
 * @param changesARefresh at most how many changes that wait for each other are refreshed together
 */
public record NeighbourSettings(
    int sampledEdges, int fanOut, int neighbours, double catalogueScale, int changesARefresh) {

  public NeighbourSettings {
    if (fanOut > sampledEdges) {
      throw new IllegalArgumentException(
          "fan-out must be at most sampled-edges, %d, was %d".formatted(sampledEdges, fanOut));
    }
  }
}
