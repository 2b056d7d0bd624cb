package io.lorecast.evaluation;

/**
 * Hit rate and NDCG at a cutoff over rankings with one relevant item each, as in a prequential
 * evaluation. Mutable; belongs to one thread.
 *
 * <p>Source: "Cumulated Gain-Based Evaluation of IR Techniques", ACM TOIS 20(4), 2002,
 * doi:10.1145/582415.582418; with one relevant item the ideal gain is 1.
 */
public final class RankTally {

  private final int cutoff;
  private long count;
  private long hits;
  private double gain;

  /**
   * Creates an empty tally.
   *
   * @param cutoff the last rank that counts, at least 1
   */
  public RankTally(int cutoff) {
    if (cutoff < 1) {
      throw new IllegalArgumentException("cutoff must be at least 1, was " + cutoff);
    }
    this.cutoff = cutoff;
  }

  /** Adds a ranking whose relevant item came at {@code rank}, from 1; 0 if it did not come. */
  public void add(int rank) {
    if (rank < 0) {
      throw new IllegalArgumentException("rank must not be negative, was " + rank);
    }
    count++;
    if (rank > 0 && rank <= cutoff) {
      hits++;
      gain += RankingMetrics.discount(rank);
    }
  }

  /** Returns how many rankings were added. */
  public long count() {
    return count;
  }

  /** Returns the share of rankings with the relevant item by the cutoff; 0 without rankings. */
  public double hitRate() {
    return count == 0 ? 0 : (double) hits / count;
  }

  /** Returns the mean NDCG at the cutoff, in [0, 1]; 0 without rankings. */
  public double ndcg() {
    return count == 0 ? 0 : gain / count;
  }

  /** Returns the standard error of {@link #hitRate()}, taking the rankings as independent. */
  public double standardError() {
    return count == 0 ? 0 : Math.sqrt(hitRate() * (1 - hitRate()) / count);
  }
}
