package io.lorecast.learning;

import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;

/**
 * Chooses a0 and lambda of the batch factors by likes that were held out at random: each pair of a
 * small grid, in steps of about three, is fitted to the rest and judged by NDCG@10. Costs as many
 * fits of the factors as there are pairs. Deterministic with a seed. Pure.
 *
 * <p>Source: "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022,
 * doi:10.1145/3523227.3548486, section 4: no constant is worth as much as these two.
 */
final class FactorChoice {

  private static final double[] UNOBSERVED = {.1, .3, 1};
  private static final double[] REGULARISATION = {.003, .01, .03};

  /** Of each judged user's likes. */
  private static final double SHARE = .25;

  /** Enough for a standard error of the mean NDCG of about .01, as of most metrics in [0, 1]. */
  private static final int MOST_USERS = 1_000;

  private FactorChoice() {}

  /**
   * Returns {@code settings} with the a0 and lambda that serve best; as they are where no user has
   * four likes.
   *
   * @param training not changed
   */
  static FitSettings of(
      List<FitItem> items, TrainingSet training, FitSettings settings, long seed) {
    List<ItemId> ids = FitItem.ordered(items).stream().map(FitItem::id).toList();
    return of(heldOut(training.likes(ids), seed), settings, seed);
  }

  /** Returns the likes to choose by. */
  static HeldOutShare heldOut(TrainingSet.Likes likes, long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return HeldOutShare.of(likes, SHARE, MOST_USERS, random);
  }

  static FitSettings of(HeldOutShare heldOut, FitSettings settings, long seed) {
    FitSettings best = settings;
    double bestNdcg = 0;
    for (double unobserved : UNOBSERVED) {
      for (double regularisation : REGULARISATION) {
        FitSettings tried = settings.withFactors(settings.sweeps(), unobserved, regularisation);
        double ndcg = heldOut.ndcg(fitted(heldOut, tried, seed));
        if (ndcg > bestNdcg) {
          best = tried;
          bestNdcg = ndcg;
        }
      }
    }
    return best;
  }

  /** Returns scores by factors that are fitted to the rest of {@code heldOut}. */
  static LikesScorer fitted(HeldOutShare heldOut, FitSettings settings, long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] items =
        ImplicitAls.fit(heldOut.rest(), Optional.empty(), settings, random, FitListener.NONE)
            .items();
    return new FactorScorer(items, settings);
  }
}
