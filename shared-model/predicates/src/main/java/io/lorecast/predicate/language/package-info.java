/**
 * Reads predicates as people write them: {@link io.lorecast.predicate.language.PredicateParser}.
 * What they mean is in {@code io.lorecast.predicate}; the grammar is in {@code
 * PredicateLanguage.g4}.
 */
@NullMarked
package io.lorecast.predicate.language;

import org.jspecify.annotations.NullMarked;
