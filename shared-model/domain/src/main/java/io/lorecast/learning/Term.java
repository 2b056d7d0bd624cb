package io.lorecast.learning;

import java.util.Locale;

/** The named parts of a score, in the order in which {@link BlendWeights} keeps their weights. */
public enum Term {
  /** The user's factors, folded in from the last likes, times the item's factors. */
  BEHAVIOUR,
  /** How often the item was liked near what the user met lately. */
  NEIGHBOURS,
  /** The item's texts and images say what the user liked before. */
  CONTENT,
  /** The item shares entities of the knowledge graph with what the user liked before. */
  KNOWLEDGE,
  /** How much the item has been liked over weeks. */
  POPULARITY,
  /** How much the item has been liked over days. */
  TREND,
  /** A head start for an item that few have met; a policy, so it has no learned weight. */
  BOOST;

  /** How many terms have a learned weight: all but the boost. */
  public static final int WEIGHTED = BOOST.ordinal();

  /** Returns the name that stands in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
