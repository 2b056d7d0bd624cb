package io.lorecast.ranking;

import io.lorecast.learning.Term;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item of an answer.
 *
 * @param score the sum of the terms, in the order of {@link Term}
 * @param terms every part of the score, weighted; the boost is 0 for most items
 * @param reason why this item; empty if none was asked for
 * @param contributions what each item of the history adds to the personal terms, which they add up
 *     to, the greatest first; empty unless asked for
 */
public record ScoredItem(
    ItemId id,
    String name,
    double score,
    Map<Term, Double> terms,
    Optional<Reason> reason,
    List<Contribution> contributions) {
  public ScoredItem {
    terms = Collections.unmodifiableMap(new EnumMap<>(terms));
    contributions = List.copyOf(contributions);
  }

  /** Returns this item, in whose reason entities are called as {@code labels} has them. */
  public ScoredItem labelled(Map<EntityId, String> labels) {
    return new ScoredItem(
        id, name, score, terms, reason.map(known -> known.labelled(labels)), contributions);
  }
}
