/** Ranking metrics and the splits they are measured on. Pure. */
@NullMarked
package io.lorecast.evaluation;

import org.jspecify.annotations.NullMarked;
