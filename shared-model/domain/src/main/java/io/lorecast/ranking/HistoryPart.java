package io.lorecast.ranking;

import io.lorecast.learning.Term;

/**
 * One term of the score that comes from a history, for a few items, as it would be had the user met
 * only some of what they met. Prepared once from the whole history, so that asking again for
 * another part of it does not cost what {@link ProfileBuilder} costs. Belongs to one thread.
 */
interface HistoryPart {

  Term term();

  /**
   * Adds {@code weight} times the term to {@code values}, shape [items].
   *
   * @param members positions in the history, newest first, rising; the first {@code count}
   */
  void addTo(double[] values, int[] members, int count, double weight);

  /** Adds {@code factor} times the row of {@code amounts}, shape [rows, items], to the values. */
  static void addRow(double[] values, double factor, double[] amounts, int row) {
    int start = row * values.length;
    for (int i = 0; i < values.length; i++) {
      values[i] += factor * amounts[start + i];
    }
  }
}
