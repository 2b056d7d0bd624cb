/**
 * The knowledge graph as mathematics: entity vectors from their items, neighbour vectors of items
 * from their entities. Leaves storing to the {@code store} package.
 */
@NullMarked
package io.lorecast.graph;

import org.jspecify.annotations.NullMarked;
