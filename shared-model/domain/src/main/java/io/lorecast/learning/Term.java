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
  /** What is liked after what the user did last, in this order; 0 where nothing learns it. */
  SEQUENCE(6),
  /** How much more the item is liked in the request's context; 0 where the request names none. */
  CONTEXT(7),
  /** A head start for an item that few have met; a policy, so it has no learned weight. */
  BOOST(8),
  /** What the request itself adds by its boosts and multipliers; no learned weight. */
  RULES(9),
  /** What the least content member of a group takes away; no learned weight. */
  MISERY(10),
  /** What is added to learn more of the user, see Thompson sampling; no learned weight. */
  EXPLORATION(11);

  /**
   * How many terms have a learned weight: the first ones. New ones come last among them, see {@link
   * BlendWeights#stored}.
   */
  public static final int WEIGHTED = 8;

  private final int index;

  Term(int index) {
    this.index = index;
  }

  /** Returns where the term stands among all, from 0; part of how weights are stored. */
  public int index() {
    return index;
  }

  /** Returns whether the term has a learned weight; that of the others is 1. */
  public boolean isWeighted() {
    return index < WEIGHTED;
  }

  /** Returns the name that stands in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
