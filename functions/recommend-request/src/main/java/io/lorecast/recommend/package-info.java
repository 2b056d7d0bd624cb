/**
 * Answers who should see what, and why: reads the user afresh, ranks its own copy of the catalogue
 * and explains. {@link io.lorecast.recommend.RecommendFunction} is the way in; the mathematics is
 * in {@code io.lorecast.ranking}.
 */
@NullMarked
package io.lorecast.recommend;

import org.jspecify.annotations.NullMarked;
