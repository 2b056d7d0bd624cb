/**
 * The knowledge graph as mathematics: attributes as edges ({@link
 * io.lorecast.graph.AttributeEdges}), entity vectors from their items ({@link
 * io.lorecast.graph.EntityVectors}), and neighbour vectors of items from what lies around them
 * ({@link io.lorecast.graph.NeighbourAggregator}). Leaves storing to the {@code store} package, and
 * the paths that explain a recommendation to {@code ranking}.
 */
@NullMarked
package io.lorecast.graph;

import org.jspecify.annotations.NullMarked;
