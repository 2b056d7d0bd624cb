package io.lorecast.bench;

import io.lorecast.evaluation.Split;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGeneratorFactory;

/**
 * The split of the public recommenders comparison: 75 of 100 interactions of each user, drawn at
 * random, are for training, and every interaction is a positive, whatever its stars.
 *
 * <p>Source: github.com/recommenders-team/recommenders, examples/06_benchmarks: README.md ("75% of
 * each user's ratings as training data"; k = 10), movielens.ipynb ({@code python_stratified_split},
 * ratio .75), benchmark_utils.py (items of training are removed from the lists) and
 * recommenders/evaluation/python_evaluation.py (NDCG of binary relevance, recall of all that was
 * held out, both means over users). The notebook itself groups by item ({@code filter_by="item"})
 * where the README says user; both can be had here.
 */
final class WarmSplit {

  static final int CUTOFF = 10;

  /** The best NDCG@10 that the comparison's README.md lists for MovieLens 100K, of BiVAE. */
  static final double PUBLISHED_BEST = .475;

  private static final double TRAINING_SHARE = .75;

  /** What shares are kept within. */
  enum By {
    USER(Interaction::user),
    ITEM(Interaction::item);

    private final Function<Interaction, Object> group;

    By(Function<Interaction, Object> group) {
      this.group = group;
    }
  }

  private WarmSplit() {}

  static OfflineSplit of(BenchData data, By by, long seed) {
    List<Interaction> positives = data.stream().stream().map(WarmSplit::positive).toList();
    BenchData all = new BenchData(data.items(), data.edges(), positives);
    return OfflineSplit.of(
        all,
        Split.stratified(
            positives,
            by.group,
            TRAINING_SHARE,
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
  }

  private static Interaction positive(Interaction event) {
    return new Interaction(
        event.feedbackId(), event.user(), event.item(), InteractionKind.LIKE, null, event.at());
  }
}
