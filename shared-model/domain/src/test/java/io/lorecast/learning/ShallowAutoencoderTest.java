package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShallowAutoencoderTest {

  /** Nobody likes item 1. */
  private static final TrainingSet.Likes LIKES =
      TrainingSet.Likes.of(List.of(new int[] {0, 2}, new int[] {0}), 3);

  @Test
  void weightsAreThoseOfTheClosedForm() {
    ShallowAutoencoder fitted = ShallowAutoencoder.fit(LIKES, 1);

    // Of items 0 and 2, X'X + I = [3 1; 1 2] and P = [2 -1; -1 3] / 5.
    // B_02 = (1/5) / (3/5) = 1/3, B_20 = (1/5) / (2/5) = 1/2.
    assertThat(fitted.scores(new int[] {0}))
        .containsExactly(new double[] {0, 0, 1 / 3.}, within(1e-12));
    assertThat(fitted.scores(new int[] {2}))
        .containsExactly(new double[] {.5, 0, 0}, within(1e-12));
    assertThat(fitted.scores(new int[] {0, 2}))
        .containsExactly(new double[] {.5, 0, 1 / 3.}, within(1e-12));
  }

  @Test
  void anItemThatNobodyLikesHasNoPartInIt() {
    assertThat(ShallowAutoencoder.size(LIKES)).isEqualTo(2);
    assertThat(ShallowAutoencoder.fit(LIKES, 1).scores(new int[] {1})).containsOnly(0);
  }
}
