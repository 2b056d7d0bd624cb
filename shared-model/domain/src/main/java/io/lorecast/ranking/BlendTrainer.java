package io.lorecast.ranking;

import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendLearner;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Turns likes into examples for the {@link BlendLearner}. Pure; thread-safe. */
public final class BlendTrainer {

  private final RankingSettings settings;
  private final BlendLearner learner;

  /** Creates a trainer. */
  public BlendTrainer(RankingSettings settings, BlendLearner learner) {
    this.settings = settings;
    this.learner = learner;
  }

  /**
   * Adds one like to {@code gradient}: the liked item against items drawn among those the user had
   * not seen.
   *
   * @param history the user's, before the like
   * @param seen what the user had met before the like
   * @return false, and nothing is added, if the item is not in the catalogue or nothing is unseen
   */
  public boolean add(
      BlendGradient gradient,
      BlendWeights weights,
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      Set<ItemId> seen,
      ItemId liked,
      Catalogue catalogue,
      Instant now,
      RandomGenerator random) {
    throw new UnsupportedOperationException("next commit");
  }

  /** Returns the weights after a step, if one is due; else the same. */
  public BlendWeights step(BlendWeights weights, BlendGradient gradient) {
    return learner.isDue(gradient) ? learner.step(weights, gradient) : weights;
  }

  RankingSettings settings() {
    return settings;
  }
}
