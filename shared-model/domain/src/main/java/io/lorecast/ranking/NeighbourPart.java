package io.lorecast.ranking;

import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import java.util.Arrays;
import java.util.List;

/** The neighbours term: the logarithm of the rows of the last items among the members. */
final class NeighbourPart implements HistoryPart {

  private final RankingSettings settings;

  /** What each item met says of each item at recency 1, shape [rows, items]. */
  private final double[] amounts;

  private final double[] sums;

  /**
   * Prepares the term.
   *
   * @param rows how many of {@code met} can be among the last of any members
   * @param slots of the items
   */
  NeighbourPart(ScoringBasis basis, List<RecentItem> met, int rows, int[] slots) {
    this.settings = basis.settings();
    this.amounts = new double[Math.min(rows, met.size()) * slots.length];
    this.sums = new double[slots.length];
    for (int position = 0; position < Math.min(rows, met.size()); position++) {
      RecentItem item = met.get(position);
      NeighbourRow row = basis.rows().getOrDefault(item.item(), NeighbourRow.EMPTY);
      double share = item.signal() == Signal.LIKED ? 1 : settings.otherShare();
      double scale = share / root(basis.view(), basis.view().slot(item.item()));
      for (int i = 0; i < slots.length; i++) {
        amounts[position * slots.length + i] =
            scale
                * NeighbourSums.amount(row, item.signal(), basis.view().item(slots[i]).id())
                / root(basis.view(), slots[i]);
      }
    }
  }

  @Override
  public Term term() {
    return Term.NEIGHBOURS;
  }

  @Override
  public void addTo(double[] values, int[] members, int count, double weight) {
    Arrays.fill(sums, 0);
    double recency = 1;
    for (int m = 0; m < Math.min(count, settings.neighbourEvents()); m++) {
      HistoryPart.addRow(sums, recency, amounts, members[m]);
      recency *= settings.neighbourRecency();
    }
    for (int i = 0; i < sums.length; i++) {
      values[i] += weight * Math.log1p(sums[i] / settings.neighbourFloor());
    }
  }

  private double root(CatalogueView view, int slot) {
    int likes = slot < 0 ? 0 : view.popularity.likes[slot];
    return Math.sqrt(likes + settings.neighbourPrior());
  }
}
