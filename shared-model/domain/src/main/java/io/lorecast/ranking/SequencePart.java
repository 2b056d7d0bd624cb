package io.lorecast.ranking;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Term;
import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceExample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sequence term: the last events of the members in their order, the beginning where it lies
 * among these, and the bias. An item that was met more than once has several events.
 */
final class SequencePart implements HistoryPart {

  /** The position in the history of the item of each event, newest first, shape [events]. */
  private final int[] positions;

  /** y_e·v_i at weight 1, shape [events, items]; 0 where nothing has been learned. */
  private final double[] products;

  /** y·v_i of the beginning at weight 1, shape [items]. */
  private final double[] start;

  /** Shape [items]. */
  private final double[] biases;

  private final boolean[] isMember;

  /**
   * Prepares the term.
   *
   * @param entries of the history, oldest first
   * @param met the items met, newest first
   * @param slots of the items
   */
  SequencePart(CatalogueView view, List<HistoryEntry> entries, List<RecentItem> met, int[] slots) {
    SequenceFeatures sequence = view.sequence;
    List<Integer> found = new ArrayList<>();
    List<SequenceFeatures.Share> shares = new ArrayList<>();
    Map<ItemId, Integer> positionOf = new HashMap<>();
    for (RecentItem item : met) {
      positionOf.put(item.item(), positionOf.size());
    }
    int[] ofPlayer = new int[HistoryGame.APART + 1];
    for (HistoryEntry entry : entries.reversed()) {
      Integer position = positionOf.get(entry.item());
      // No more of a player's events come into the window of any coalition.
      if (position != null && ofPlayer[HistoryGame.player(position)]++ < SequenceExample.WINDOW) {
        found.add(position);
        shares.add(sequence.share(new SequenceExample.Step(entry.item(), entry.signal()), 1));
      }
    }
    this.positions = found.stream().mapToInt(Integer::intValue).toArray();
    this.products = products(sequence, shares, slots);
    this.start = products(sequence, List.of(sequence.beginning(1)), slots);
    this.biases = Arrays.stream(slots).mapToDouble(sequence::bias).toArray();
    this.isMember = new boolean[met.size()];
  }

  private static double[] products(
      SequenceFeatures sequence, List<SequenceFeatures.Share> shares, int[] slots) {
    double[] products = new double[shares.size() * slots.length];
    for (int e = 0; e < shares.size(); e++) {
      for (int i = 0; i < slots.length; i++) {
        products[e * slots.length + i] = sequence.amount(slots[i], shares.get(e));
      }
    }
    return products;
  }

  @Override
  public Term term() {
    return Term.SEQUENCE;
  }

  @Override
  public void addTo(double[] values, int[] members, int count, double weight) {
    Arrays.fill(isMember, false);
    for (int m = 0; m < count; m++) {
      isMember[members[m]] = true;
    }
    int events = 0;
    double share = weight;
    for (int e = 0; e < positions.length && events < SequenceExample.WINDOW; e++) {
      if (isMember[positions[e]]) {
        HistoryPart.addRow(values, share, products, e);
        share *= SequenceExample.RECENCY;
        events++;
      }
    }
    if (events < SequenceExample.WINDOW) {
      HistoryPart.addRow(values, share, start, 0);
    }
    HistoryPart.addRow(values, weight, biases, 0);
  }
}
