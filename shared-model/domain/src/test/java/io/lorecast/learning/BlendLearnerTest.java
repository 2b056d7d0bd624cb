package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlendLearnerTest {

  private final BlendLearner learner = new BlendLearner(1, 2, .01f, .05f);

  @Test
  void aTermThatSpeaksForTheLikedItemGainsWeight() {
    BlendGradient gradient = new BlendGradient();
    gradient.add(
        BlendWeights.start(), 1, features(0, 0, 1, 0, 0, 0, /* against */ 0, 0, 0, 0, 0, 0));

    BlendWeights after = learner.step(BlendWeights.start(), gradient);

    // Weight 1.0, scores 1 and 0: the other's share is 1 / (1 + e) = .2689; step .01 * .2689.
    assertThat(after.weight(1, Term.CONTENT)).isEqualTo(1.002689f, within(1e-6f));
    assertThat(after.weight(1, Term.KNOWLEDGE)).isEqualTo(.85f);
    assertThat(after.weight(0, Term.CONTENT)).isEqualTo(.7f);
  }

  @Test
  void aStepIsDueOnceTheBatchIsFull() {
    BlendGradient gradient = new BlendGradient();
    float[] features = features(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    gradient.add(BlendWeights.start(), 0, features);
    assertThat(learner.isDue(gradient)).isFalse();

    gradient.add(BlendWeights.start(), 0, features);
    assertThat(learner.isDue(gradient)).isTrue();
  }

  @Test
  void longStepsAreClippedAndWeightsNeverNegative() {
    BlendGradient gradient = new BlendGradient();
    gradient.add(BlendWeights.start(), 1, features(0, 0, 0, 0, 0, -1e6f, 0, 0, 0, 0, 0, 1e6f));
    gradient.add(BlendWeights.start(), 1, features(0, 0, 1e6f, 0, 0, 0, 0, 0, 2e6f, 0, 0, 0));

    BlendLearner hasty = new BlendLearner(1, 2, 1f, .05f);
    BlendWeights after = hasty.step(BlendWeights.start(), gradient);

    assertThat(after.weight(1, Term.TREND)).isZero(); // .05 less than .05
    assertThat(after.weight(1, Term.CONTENT)).isEqualTo(.95f, within(1e-6f));
  }

  @Test
  void oneLikeNeverCountsForMoreThanALengthOfOne() {
    BlendGradient gradient = new BlendGradient();

    // Score 0 for the liked item, 8.8 for the other: without a limit the gradient would be 8.
    gradient.add(BlendWeights.start(), 1, features(0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0));

    assertThat(gradient.mean(Term.WEIGHTED + Term.NEIGHBOURS.index())).isEqualTo(1, within(1e-9));
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    BlendGradient gradient = new BlendGradient();

    boolean added =
        gradient.add(BlendWeights.start(), 0, features(Float.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(added).isFalse();
    assertThat(gradient.likes()).isZero();
    assertThat(learner.step(BlendWeights.start(), gradient)).isEqualTo(BlendWeights.start());
    assertThatThrownBy(() -> BlendWeights.of(new float[18 - 1])).hasMessageContaining("18");
    float[] negative = new float[18];
    negative[3] = -1;
    assertThatThrownBy(() -> BlendWeights.of(negative))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bucketsAreByLikes() {
    assertThat(BlendWeights.bucket(2)).isZero();
    assertThat(BlendWeights.bucket(3)).isEqualTo(1);
    assertThat(BlendWeights.bucket(29)).isEqualTo(1);
    assertThat(BlendWeights.bucket(30)).isEqualTo(2);
  }

  private static float[] features(float... values) {
    return values;
  }
}
