/**
 * Sharing out what a group achieves among its members. {@link
 * io.lorecast.attribution.ShapleyValues} does it for any {@link
 * io.lorecast.attribution.CooperativeGame}; what the players and the values are is for the caller
 * to say. Pure.
 */
@NullMarked
package io.lorecast.attribution;

import org.jspecify.annotations.NullMarked;
