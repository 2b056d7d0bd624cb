package io.lorecast.learning;

import java.util.Locale;

/** The named parts of a score, in the order in which {@link BlendWeights} keeps their weights. */
public enum Term {
  /** The user's factors, folded in from the last likes, times the item's factors. */
  BEHAVIOUR(0),
  /** How often the item was liked near what the user met lately. */
  NEIGHBOURS(1),
  /** The item's texts and images say what the user liked before. */
  CONTENT(2),
  /** The item shares entities of the knowledge graph with what the user liked before. */
  KNOWLEDGE(3),
  /** How much the item has been liked over weeks. */
  POPULARITY(4),
  /** How much the item has been liked over days. */
  TREND(5),
  /** A head start for an item that few have met; a policy, so it has no learned weight. */
  BOOST(6);

  /** How many terms have a learned weight: all but the boost, the first ones. */
  public static final int WEIGHTED = 6;

  private final int index;

  Term(int index) {
    this.index = index;
  }

  /** Returns where the term stands among all, from 0; part of how weights are stored. */
  public int index() {
    return index;
  }

  /** Returns the name that stands in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
