package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.LastingFoldIn;
import io.lorecast.learning.Term;
import java.util.Arrays;

/** The behaviour term by the items' mapped factors: the members' lasting factors. */
final class LastingPart implements HistoryPart {

  private final LikedRows liked;
  private final LastingFoldIn lasting;

  /** scale * (Z q_a)·(1-s_i) M f_i, shape [rows, items]. */
  private final double[] products;

  private final int[] chosen;

  /**
   * Prepares the term.
   *
   * @param items their features, shape [items, {@link Features#SIZE}], flat
   */
  LastingPart(ScoringBasis basis, LikedRows liked, float[] items) {
    RankingSettings settings = basis.settings();
    this.liked = liked;
    this.lasting =
        basis.view().foldIn(settings.foldInRecency()).lasting(liked.factors(), liked.timesZ());
    int n = items.length / Features.SIZE;
    this.products = new double[liked.count() * n];
    for (int a = 0; a < liked.count(); a++) {
      for (int i = 0; i < n; i++) {
        products[a * n + i] =
            settings.behaviourScale()
                * lasting.product(a, items, i * Features.SIZE + Features.MAPPED);
      }
    }
    this.chosen = new int[settings.lastingLikes()];
  }

  @Override
  public Term term() {
    return Term.BEHAVIOUR;
  }

  @Override
  public void addTo(double[] values, int[] members, int count, double weight) {
    int h = liked.choose(members, count, chosen);
    double[] alpha = lasting.solve(Arrays.copyOf(chosen, h));
    for (int a = 0; a < h; a++) {
      HistoryPart.addRow(values, weight * alpha[a], products, chosen[a]);
    }
  }
}
