package io.lorecast.ranking;

import io.lorecast.model.Context;
import java.util.Map;

/**
 * How much more items are liked in a context than at large: the mean over the context's values c of
 *
 * <pre>
 *   log( ((A_ic + prior * share_i) / (A_c + prior)) / share_i ),   share_i = A_i / sum of A
 * </pre>
 *
 * where A are decayed likes, with the floor of popularity added to each A_i, and A_c the sum of
 * A_ic. So popularity plus this is popularity in the context, up to a constant, and 0 where nobody
 * has liked anything there yet.
 */
final class ContextLifts {

  /** So many likes in a context count as much as what is liked at large. */
  private static final double PRIOR = 20;

  private ContextLifts() {}

  /** Returns the lift of every slot, shape [slots]; empty for no context. */
  static float[] of(Context context, CatalogueView view) {
    float[] lifts = new float[context.equals(Context.NONE) ? 0 : view.slots()];
    double[] shares = lifts.length == 0 ? new double[0] : shares(view);
    for (String value : context.values()) {
      double[] there = new double[lifts.length];
      double all = 0;
      for (int slot = 0; slot < lifts.length; slot++) {
        Map<String, Map<Long, Long>> contexts = view.popularity.counts(slot).contexts();
        there[slot] = view.popularity.likes(contexts.getOrDefault(value, Map.of()));
        all += there[slot];
      }
      for (int slot = 0; all > 0 && slot < lifts.length; slot++) {
        double share = (there[slot] + PRIOR * shares[slot]) / (all + PRIOR);
        lifts[slot] += (float) (Math.log(share / shares[slot]) / context.values().size());
      }
    }
    return lifts;
  }

  private static double[] shares(CatalogueView view) {
    double[] shares = new double[view.slots()];
    double sum = 0;
    for (int slot = 0; slot < shares.length; slot++) {
      shares[slot] =
          view.popularity.likes(view.popularity.counts(slot).popularity())
              + view.popularity.floor();
      sum += shares[slot];
    }
    for (int slot = 0; slot < shares.length; slot++) {
      shares[slot] /= sum;
    }
    return shares;
  }
}
