/**
 * Puts the parts together that several functions share: the constants of learning and ranking as
 * configuration, and what is made from them and the stores. Written once, since these functions
 * must agree on them.
 */
@NullMarked
package io.lorecast.assembly;

import org.jspecify.annotations.NullMarked;
