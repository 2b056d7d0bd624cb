package io.lorecast.ranking;

import io.lorecast.learning.FoldIn;
import io.lorecast.learning.StableHash;
import io.lorecast.learning.UserHistory;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How far a ranking strays from the user's factors to learn them: they are drawn from their {@link
 * io.lorecast.learning.FactorPosterior} instead of taken as they are. The same seed draws the same.
 *
 * @param scale what the posterior's deviation is multiplied by, at least 0; 0 for no exploration
 * @param seed of what is drawn
 */
public record Exploration(double scale, long seed) {

  /** No exploration. */
  public static final Exploration NONE = new Exploration(0, 0);

  public Exploration {
    if (!(scale >= 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException(
          "exploration must be a finite number of at least 0, was " + scale);
    }
  }

  /** Returns as much exploration, seeded by {@code name}. */
  public Exploration seeded(String name) {
    return new Exploration(scale, StableHash.of(name));
  }

  /**
   * Returns what is added to the user's factors, times the scale of the behaviour term, shape [K];
   * empty for no exploration.
   */
  float[] noise(UserHistory history, RankingSettings settings, CatalogueView view) {
    if (scale == 0) {
      return new float[0];
    }
    LikedRows liked =
        LikedRows.of(RecentItem.of(history, Integer.MAX_VALUE), settings.foldInLikes(), view);
    FoldIn foldIn = view.foldIn(settings.foldInRecency());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] deviation = foldIn.posterior(liked.factors()).deviation(random);
    float[] noise = new float[deviation.length];
    for (int d = 0; d < noise.length; d++) {
      noise[d] = (float) (settings.behaviourScale() * scale * deviation[d]);
    }
    return noise;
  }
}
