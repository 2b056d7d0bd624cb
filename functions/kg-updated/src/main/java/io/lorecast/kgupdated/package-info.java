/**
 * Keeps the edges of the knowledge graph and the vectors around them: {@code kg-updated} applies
 * what the owner of the graph says, {@code item-encoded} what an item's attributes say, and both
 * refresh through {@link io.lorecast.store.NeighbourRefresh}, as {@code labels-encoded} does once
 * item-added has read the labels that {@code neighbours-refreshed} asks it to read; {@code
 * graph-query} shows a part of the graph. The formulas are the domain's {@code graph} package.
 */
@NullMarked
package io.lorecast.kgupdated;

import org.jspecify.annotations.NullMarked;
