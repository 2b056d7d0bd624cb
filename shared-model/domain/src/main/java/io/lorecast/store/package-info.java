/** The ports to what is stored, and in-memory adapters of each that define what a store does. */
@NullMarked
package io.lorecast.store;

import org.jspecify.annotations.NullMarked;
