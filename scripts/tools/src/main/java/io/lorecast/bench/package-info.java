/**
 * Offline measurements on the product's own domain classes. {@link io.lorecast.bench.Bench} is the
 * command line; every benchmark prints a table for people and, as its last line, JSON for machines.
 */
@NullMarked
package io.lorecast.bench;

import org.jspecify.annotations.NullMarked;
