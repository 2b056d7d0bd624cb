package io.lorecast.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Spreads a list by maximal marginal relevance: the next item is the one with the greatest
 *
 * <pre>
 *   (1 - diversity) * p_i - diversity * (sum over the items j chosen before of s_ij) / PAIRS
 * </pre>
 *
 * where p_i is the share of item i among the candidates, s_ij how alike two items are, see {@link
 * PoolSimilarity}, and PAIRS those of a list of 20. So each step is the best next one for (1 -
 * diversity) times the chance that a list of 20 holds what the user chooses, less diversity times
 * the mean similarity of its pairs. 0 leaves the order of the scores.
 *
 * <p>For the n-th place only candidates whose score is at most 2 diversity / (1 - diversity) below
 * the n-th best come into question: at one half, those at most e² less likely. Where scores lie far
 * apart every share but the first few is next to nothing, and without that bound similarity alone
 * would fill the list.
 *
 * <p>Source: "The Use of MMR, Diversity-Based Reranking for Reordering Documents and Producing
 * Summaries", SIGIR 1998, doi:10.1145/290941.291025. There it is scores and the greatest
 * similarity. But a score is a logarithm, and to trade items far down the list, which are hardly
 * less likely than each other, costs next to nothing; and how alike a list is, is a mean over its
 * pairs, whereas the greatest bars an item for one neighbour. {@code scripts/bench diversity}
 * measures both ends.
 */
final class DiversityReranker {

  private static final double PAIRS = 20 * 19 / 2.;

  /** How far below the n-th best one may be to stand in for it, where both ends count the same. */
  private static final double REACH = 2;

  private DiversityReranker() {}

  /**
   * Returns {@code k} of {@code candidates}, which come best first; a longer list begins with the
   * shorter one.
   *
   * @param shares gives each candidate's share of them all, shape [candidates]; asked only if the
   *     list is spread
   */
  static List<Selection.Chosen> rerank(
      List<Selection.Chosen> candidates,
      Function<List<Selection.Chosen>, double[]> shares,
      CatalogueView view,
      int k,
      double diversity) {
    if (diversity == 0 || candidates.size() < 2) {
      return candidates.subList(0, Math.min(k, candidates.size()));
    }
    double[] share = shares.apply(candidates);
    int[] slots = candidates.stream().mapToInt(Selection.Chosen::slot).toArray();
    PoolSimilarity similarity = new PoolSimilarity(slots, view);
    double[] similarities = new double[slots.length];
    boolean[] taken = new boolean[slots.length];
    double bound = Math.exp(-REACH * diversity / (1 - diversity));
    int reach = 0;
    List<Selection.Chosen> list = new ArrayList<>();
    while (list.size() < Math.min(k, slots.length)) {
      double least = share[list.size()] * bound;
      while (reach < slots.length && share[reach] >= least) {
        reach++;
      }
      int next = next(share, similarities, taken, reach, diversity);
      taken[next] = true;
      list.add(candidates.get(next));
      similarity.addTo(similarities, next);
    }
    return list;
  }

  private static int next(
      double[] shares, double[] similarities, boolean[] taken, int reach, double diversity) {
    int best = -1;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < reach; i++) {
      double value = (1 - diversity) * shares[i] - diversity * similarities[i] / PAIRS;
      if (!taken[i] && value > bestValue) {
        best = i;
        bestValue = value;
      }
    }
    return best;
  }

  /** Returns each candidate's share where a score is the logarithm of odds, shape [candidates]. */
  static double[] sharesByOdds(List<Selection.Chosen> candidates) {
    double highest = candidates.getFirst().score();
    return shares(candidates.stream().mapToDouble(c -> Math.exp(c.score() - highest)).toArray());
  }

  /** Returns each candidate's share where a score is only the higher the better. */
  static double[] sharesByScore(List<Selection.Chosen> candidates) {
    double lowest = candidates.getLast().score();
    return shares(candidates.stream().mapToDouble(c -> c.score() - lowest).toArray());
  }

  private static double[] shares(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = sum > 0 ? parts[i] / sum : 1. / parts.length;
    }
    return parts;
  }
}
