/**
 * The functions that keep the catalogue's content: {@link io.lorecast.itemadded.ItemAddedFunction}
 * encodes and stores an item, {@link io.lorecast.itemadded.ItemRemovedFunction} takes it away. What
 * lies around an item in the graph is left to kg-updated, which handles the event they emit.
 */
@NullMarked
package io.lorecast.itemadded;

import org.jspecify.annotations.NullMarked;
