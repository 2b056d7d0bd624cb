/**
 * Published recommenders that the product is measured beside, as their papers describe them: users
 * and items are positions, and none of the product's learning is used.
 */
@NullMarked
package io.lorecast.bench.peer;

import org.jspecify.annotations.NullMarked;
