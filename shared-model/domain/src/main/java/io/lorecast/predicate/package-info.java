/**
 * What an item's facts must be: {@link io.lorecast.predicate.Predicate}, over {@link
 * io.lorecast.predicate.Facts}. How predicates are written is left to the parser.
 */
@NullMarked
package io.lorecast.predicate;

import org.jspecify.annotations.NullMarked;
