/**
 * The knowledge graph as mathematics: attributes as edges ({@link
 * io.lorecast.graph.AttributeEdges}), entity vectors from their items ({@link
 * io.lorecast.graph.EntityVectors}), neighbour vectors of items from what lies around them ({@link
 * io.lorecast.graph.NeighbourAggregator}), and the paths that explain a recommendation ({@link
 * io.lorecast.graph.GraphPaths}). Leaves storing to the {@code store} package, and the sentences
 * about a path to {@code ranking}.
 */
@NullMarked
package io.lorecast.graph;

import org.jspecify.annotations.NullMarked;
