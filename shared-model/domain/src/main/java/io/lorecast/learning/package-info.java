/**
 * Everything that is learned from feedback: histories, neighbour counters, fold-in, batch factors,
 * projections and blend weights. Pure: no clock, no randomness of its own, no input or output.
 */
@NullMarked
package io.lorecast.learning;

import org.jspecify.annotations.NullMarked;
