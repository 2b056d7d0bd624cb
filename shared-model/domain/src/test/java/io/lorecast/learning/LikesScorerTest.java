package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikesScorerTest {

  private static final int K = Features.K;

  @Test
  void aUserHasTheFactorsThatMinimiseTheObjective() {
    double[] items = new double[2 * K];
    items[0] = 1;
    items[K] = .5;
    FitSettings settings = FitSettings.defaults().withFactors(10, .1, .1);

    double[] scores = new FactorScorer(items, settings).scores(new int[] {0});

    // In one dimension: p (1 + .1 (1 + .25) + .1 (1 + .1 * 2)) = 1, so p = 1 / 1.245.
    assertThat(scores).containsExactly(new double[] {1 / 1.245, .5 / 1.245}, within(1e-12));
  }

  @Test
  void moreSweepsBringTheScoresOfTheFit() {
    TrainingSet.Likes likes =
        TrainingSet.Likes.of(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {2, 3}), 4);
    FitSettings settings = FitSettings.defaults().withFactors(300, .1, .02);
    ImplicitAls.Factors factors =
        ImplicitAls.fit(likes, Optional.empty(), settings, new Random(1), FitListener.NONE);

    double[] scores = new FactorScorer(factors.items(), settings).scores(new int[] {0, 1});

    for (int item = 0; item < 4; item++) {
      double ofFit = 0;
      for (int d = 0; d < K; d++) {
        ofFit += factors.users()[d] * factors.items()[item * K + d];
      }
      assertThat(scores[item]).isCloseTo(ofFit, within(1e-6));
    }
    assertThat(scores[1]).isGreaterThan(scores[2] + .5);
  }

  @Test
  void aProfileIsTheDirectionOfTheLikedItems() {
    float[] features = new float[3 * Features.SIZE];
    features[Features.CONTENT] = 1;
    features[Features.SIZE + Features.CONTENT + 1] = 1;
    features[2 * Features.SIZE + Features.CONTENT + 1] = -1;

    ProfileScorer content = new ProfileScorer(features, Features.CONTENT);

    // (1, 0) + (0, 1) has length sqrt 2.
    double half = 1 / Math.sqrt(2);
    assertThat(content.scores(new int[] {0, 1}))
        .containsExactly(new double[] {half, half, -half}, within(1e-7));
    assertThat(new ProfileScorer(features, Features.KNOWLEDGE).scores(new int[] {0, 1}))
        .containsOnly(0);
  }
}
