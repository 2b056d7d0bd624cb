/**
 * Fits the batch part of the model from the record: streams the log, fits projections, factors and
 * the map between them, and publishes a version. {@link
 * io.lorecast.modelrefresh.ModelRefreshFunction} is the way in; the mathematics is in {@link
 * io.lorecast.learning.ModelFitter}.
 */
@NullMarked
package io.lorecast.modelrefresh;

import org.jspecify.annotations.NullMarked;
