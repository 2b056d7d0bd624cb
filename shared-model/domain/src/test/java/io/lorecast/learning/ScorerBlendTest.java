package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerBlendTest {

  /** The user likes item 0 of four, and item 3 is held out. */
  private static final HeldOutShare HELD_OUT =
      new HeldOutShare(
          TrainingSet.Likes.of(List.of(new int[] {0}), 4), new int[] {0}, new int[][] {{3}});

  private static final LikesScorer WRONG = liked -> new double[] {0, 2, 1, 0};
  private static final LikesScorer RIGHT = liked -> new double[] {0, 0, 0, 10};
  private static final LikesScorer CONSTANT = liked -> new double[] {5, 5, 5, 5};

  @Test
  void scoresAreSummedByWeight() {
    ScorerBlend blend = new ScorerBlend(List.of(WRONG, RIGHT), new double[] {2, .5});

    assertThat(blend.scores(new int[] {0})).containsExactly(0, 4, 2, 5);
  }

  @Test
  void whatFindsTheHeldOutLikeHasTheLeastWeightThatDoes() {
    double[] weights = ScorerBlend.choose(List.of(WRONG, RIGHT), HELD_OUT);

    // Variances: (4 + 1) / 4 - (3/4)² = .6875, and 100 / 4 - (10/4)² = 18.75. Item 1 has
    // 2 / sqrt(.6875) = 2.41, item 3 has step * 10 / sqrt(18.75) = step * 2.31: 2 is enough.
    assertThat(weights)
        .containsExactly(new double[] {1 / Math.sqrt(.6875), 2 / Math.sqrt(18.75)}, within(1e-6));
    assertThat(HELD_OUT.ndcg(new ScorerBlend(List.of(WRONG, RIGHT), weights))).isEqualTo(1);
  }

  @Test
  void whatSaysNothingOrMisleadsWeighsNothing() {
    double[] weights = ScorerBlend.choose(List.of(RIGHT, CONSTANT, WRONG), HELD_OUT);

    assertThat(weights[0]).isPositive();
    assertThat(weights[1]).isZero();
    assertThat(weights[2]).isZero();
  }
}
