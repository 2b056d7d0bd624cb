package io.lorecast.ranking;

import io.lorecast.learning.Term;
import io.lorecast.model.ItemId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One item of an answer.
 *
 * @param score the sum of the terms, in the order of {@link Term}
 * @param terms every part of the score, weighted; the boost is 0 for most items
 * @param reason why this item
 */
public record ScoredItem(
    ItemId id, String name, double score, Map<Term, Double> terms, Reason reason) {
  public ScoredItem {
    terms = Collections.unmodifiableMap(new EnumMap<>(terms));
  }
}
