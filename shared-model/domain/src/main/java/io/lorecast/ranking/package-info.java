/** Scores, diversity and explanations over an in-process copy of the catalogue. Pure. */
@NullMarked
package io.lorecast.ranking;

import org.jspecify.annotations.NullMarked;
