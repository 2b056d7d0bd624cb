package io.lorecast.ranking;

import io.lorecast.learning.Term;
import java.util.List;

/** The knowledge term's part of {@link GraphAttention}: of the last likes among the members. */
final class AttentionPart implements HistoryPart {

  private final LikedRows liked;
  private final double recency;

  /** What each like adds to each item before its recency, shape [rows, items]. */
  private final double[] pairs;

  private final int[] chosen;

  /**
   * Prepares the term.
   *
   * @param met the history that {@code liked} are rows of
   * @param slots of the items
   */
  AttentionPart(ScoringBasis basis, List<RecentItem> met, LikedRows liked, int[] slots) {
    this.liked = liked;
    this.recency = basis.settings().profileRecency();
    this.pairs = new double[liked.count() * slots.length];
    for (int position = 0; position < met.size(); position++) {
      int row = liked.rowOf()[position];
      if (row >= 0) {
        GraphAttention alone = alone(basis, basis.view().slot(met.get(position).item()));
        for (int i = 0; i < slots.length; i++) {
          pairs[row * slots.length + i] = alone.term(slots[i]);
        }
      }
    }
    this.chosen = new int[basis.settings().profileLikes()];
  }

  /** Returns the attention of somebody who liked nothing else; what many like adds up. */
  private static GraphAttention alone(ScoringBasis basis, int slot) {
    return GraphAttention.of(
        basis.view().ties,
        new int[] {slot},
        basis.settings().profileRecency(),
        basis.settings().graphHops(),
        basis.weights().relations());
  }

  @Override
  public Term term() {
    return Term.KNOWLEDGE;
  }

  @Override
  public void addTo(double[] values, int[] members, int count, double weight) {
    int likes = liked.choose(members, count, chosen);
    double decay = weight * GraphAttention.scale(likes, recency);
    for (int a = 0; a < likes; a++) {
      HistoryPart.addRow(values, decay, pairs, chosen[a]);
      decay *= recency;
    }
  }
}
