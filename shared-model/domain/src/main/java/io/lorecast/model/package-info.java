/**
 * The values everything speaks of: items, users, entities, edges and interactions. A value that
 * exists is valid; what cannot be meant is refused when it is made, by {@link
 * io.lorecast.model.InvalidEventException}. Leaves every computation to the packages beside it.
 */
@NullMarked
package io.lorecast.model;

import org.jspecify.annotations.NullMarked;
