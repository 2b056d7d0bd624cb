/**
 * Explanations in words. {@link io.lorecast.explanation.Sentences} tells a reason in a language;
 * the words are in the bundle {@code sentences}, one file a language. What is said is decided in
 * {@code io.lorecast.ranking}.
 */
@NullMarked
package io.lorecast.explanation;

import org.jspecify.annotations.NullMarked;
