package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.FoldInGram;
import io.lorecast.learning.Term;

/**
 * The behaviour term by the items' own factors: the last likes among the members, folded in
 * exactly.
 */
final class FoldInPart implements HistoryPart {

  private final LikedRows liked;
  private final FoldInGram gram;

  /** scale * (Z q_a)·q_i, shape [rows, items]. */
  private final double[] products;

  private final int[] chosen;
  private final double[] system;
  private final double[] alpha;

  /**
   * Prepares the term.
   *
   * @param rows how many of {@code liked} can be among the last of any members
   * @param items their features, shape [items, {@link Features#SIZE}], flat
   */
  FoldInPart(ScoringBasis basis, LikedRows liked, int rows, float[] items) {
    int window = basis.settings().foldInLikes();
    int h = Math.min(rows, liked.count());
    int n = items.length / Features.SIZE;
    this.liked = liked;
    this.gram =
        basis
            .view()
            .foldIn(basis.settings().foldInRecency())
            .gram(LikedRows.first(h, liked.factors()), LikedRows.first(h, liked.timesZ()));
    this.products = new double[h * n];
    for (int a = 0; a < h; a++) {
      for (int i = 0; i < n; i++) {
        products[a * n + i] =
            basis.settings().behaviourScale()
                * gram.product(a, items, i * Features.SIZE + Features.BEHAVIOUR);
      }
    }
    this.chosen = new int[window];
    this.system = new double[window * window];
    this.alpha = new double[window];
  }

  @Override
  public Term term() {
    return Term.BEHAVIOUR;
  }

  @Override
  public void addTo(double[] values, int[] members, int count, double weight) {
    int h = liked.choose(members, count, chosen);
    gram.solve(chosen, h, system, alpha);
    for (int a = 0; a < h; a++) {
      HistoryPart.addRow(values, weight * alpha[a], products, chosen[a]);
    }
  }
}
