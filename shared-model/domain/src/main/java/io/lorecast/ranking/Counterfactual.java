package io.lorecast.ranking;

/**
 * Where an item would stand had the user never met another: the one, of those met lately, without
 * which it would fall the furthest.
 *
 * @param without what is taken out of the history; called liked only if the user did nothing else
 *     with it, so that "without your like of it" says all that is taken out
 * @param rankBefore the item's place in the answer, from 1
 * @param rankAfter its place in the answer to the shorter history, greater than before; {@link
 *     #DEPTH} + 1 if it is further down than that
 */
public record Counterfactual(MetItem without, int rankBefore, int rankAfter) {

  /** The last place that is told exactly. */
  public static final int DEPTH = 1_000;
}
