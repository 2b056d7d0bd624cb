/**
 * Vectors and the arithmetic on them. {@link io.lorecast.vector.Embedding} is the value that
 * crosses package borders; flat float arrays stay inside the algorithms.
 */
@NullMarked
package io.lorecast.vector;

import org.jspecify.annotations.NullMarked;
