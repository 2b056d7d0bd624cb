package io.lorecast.learning;

import io.lorecast.model.ItemId;

/**
 * An addition to one neighbour counter: those who met {@code row} (liked it, or not) liked {@code
 * neighbour} near it.
 *
 * @param amount fixed point, {@link NeighbourCounters#ONE} is a pair of adjacent events; may be
 *     negative where a late event pushes two others apart
 */
public record PairIncrement(ItemId row, Signal signal, ItemId neighbour, long amount) {}
