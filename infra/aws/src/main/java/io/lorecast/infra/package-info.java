/**
 * Lorecast on AWS. {@link io.lorecast.infra.LorecastApp} makes one stack of each concern: data,
 * events, functions, API, encoder, operations. No account, region or domain stands here, and all is
 * synthesised without a network. What a function does is left to its module.
 */
@NullMarked
package io.lorecast.infra;

import org.jspecify.annotations.NullMarked;
