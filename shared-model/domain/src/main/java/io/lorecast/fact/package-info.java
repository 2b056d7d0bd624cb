/**
 * What a language model says of an item, as edges of the knowledge graph: {@link
 * io.lorecast.fact.FactEdges} keeps of its facts what the {@link io.lorecast.fact.Vocabulary} and
 * the {@link io.lorecast.fact.FactLimits} allow. Who asks the model, and how its answer is read, is
 * left to the knowledge function. Pure.
 */
@NullMarked
package io.lorecast.fact;

import org.jspecify.annotations.NullMarked;
