package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlendLearnerTest {

  private static final float[] NOTHING = new float[Term.WEIGHTED];

  private final BlendLearner learner = new BlendLearner(1, 2, .01f, .05f);

  @Test
  void aTermThatSpeaksForTheLikedItemGainsWeight() {
    BlendGradient gradient = new BlendGradient();
    gradient.add(
        BlendWeights.start(),
        1,
        against(features(Term.CONTENT, 1), NOTHING),
        RelationFeatures.NONE);

    BlendWeights after = learner.step(BlendWeights.start(), gradient);

    // Weight 1.0, scores 1 and 0: the other's share is 1 / (1 + e) = .2689; step .01 * .2689.
    assertThat(after.weight(1, Term.CONTENT)).isEqualTo(1.002689f, within(1e-6f));
    assertThat(after.weight(1, Term.KNOWLEDGE)).isEqualTo(.85f);
    assertThat(after.weight(0, Term.CONTENT)).isEqualTo(.7f);
  }

  @Test
  void aRelationThatSpeaksForTheLikedItemGainsWeight() {
    BlendGradient gradient = new BlendGradient();
    RelationFeatures graph =
        new RelationFeatures(List.of("director", "country"), new float[] {1, 0, 0, 0});
    gradient.add(BlendWeights.start(), 1, against(features(Term.KNOWLEDGE, 1), NOTHING), graph);

    BlendWeights after = learner.step(BlendWeights.start(), gradient);

    // Weight .85, scores .85 and 0: the other's share is 1 / (1 + e^.85) = .2994; the step
    // .01 * .85 * .2994 = .002545.
    assertThat(after.relations().weight("director")).isEqualTo(.162545f, within(1e-6f));
    assertThat(after.relations().weight("country")).isEqualTo(RelationWeights.START);
    assertThat(after.relations().values()).containsOnlyKeys("director");
  }

  @Test
  void weightsOfRelationsAreClippedToo() {
    BlendGradient gradient = new BlendGradient();
    RelationFeatures against = new RelationFeatures(List.of("country"), new float[] {0, 1e6f});
    BlendWeights weights =
        BlendWeights.start().with(new RelationWeights(Map.of("country", .02f, "genre", .5f)));

    gradient.add(weights, 1, against(NOTHING, NOTHING), against);

    BlendLearner hasty = new BlendLearner(1, 1, 1f, .05f);
    assertThat(hasty.step(weights, gradient).relations().values())
        .isEqualTo(Map.of("country", 0f, "genre", .5f)); // .02 less than .05
  }

  @Test
  void whatIsNotFiniteTeachesRelationsNothing() {
    BlendGradient gradient = new BlendGradient();
    RelationFeatures graph = new RelationFeatures(List.of("r"), new float[] {Float.NaN, 0});

    assertThat(gradient.add(BlendWeights.start(), 1, against(NOTHING, NOTHING), graph)).isFalse();
    assertThat(learner.step(BlendWeights.start(), gradient)).isEqualTo(BlendWeights.start());
    assertThatThrownBy(() -> new RelationWeights(Map.of("r", Float.POSITIVE_INFINITY)))
        .hasMessage("a weight must be finite and not negative, was Infinity of r");
    assertThatThrownBy(() -> new RelationWeights(Map.of("r", -1f))).hasMessageContaining("of r");
  }

  @Test
  void aStepIsDueOnceTheBatchIsFull() {
    BlendGradient gradient = new BlendGradient();
    float[] features = against(features(Term.BEHAVIOUR, 1), NOTHING);

    gradient.add(BlendWeights.start(), 0, features, RelationFeatures.NONE);
    assertThat(learner.isDue(gradient)).isFalse();

    gradient.add(BlendWeights.start(), 0, features, RelationFeatures.NONE);
    assertThat(learner.isDue(gradient)).isTrue();
  }

  @Test
  void longStepsAreClippedAndWeightsNeverNegative() {
    BlendGradient gradient = new BlendGradient();
    gradient.add(
        BlendWeights.start(),
        1,
        against(features(Term.TREND, -1e6f), features(Term.TREND, 1e6f)),
        RelationFeatures.NONE);
    gradient.add(
        BlendWeights.start(),
        1,
        against(features(Term.CONTENT, 1e6f), features(Term.CONTENT, 2e6f)),
        RelationFeatures.NONE);

    BlendLearner hasty = new BlendLearner(1, 2, 1f, .05f);
    BlendWeights after = hasty.step(BlendWeights.start(), gradient);

    assertThat(after.weight(1, Term.TREND)).isZero(); // .05 less than .05
    assertThat(after.weight(1, Term.CONTENT)).isEqualTo(.95f, within(1e-6f));
  }

  @Test
  void oneLikeNeverCountsForMoreThanALengthOfOne() {
    BlendGradient gradient = new BlendGradient();

    // Score 0 for the liked item, 8.8 for the other: without a limit the gradient would be 8.
    gradient.add(
        BlendWeights.start(),
        1,
        against(NOTHING, features(Term.NEIGHBOURS, 8)),
        RelationFeatures.NONE);

    assertThat(gradient.mean(Term.WEIGHTED + Term.NEIGHBOURS.index())).isEqualTo(1, within(1e-9));
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    BlendGradient gradient = new BlendGradient();

    boolean added =
        gradient.add(
            BlendWeights.start(),
            0,
            against(features(Term.BEHAVIOUR, Float.NaN), NOTHING),
            RelationFeatures.NONE);

    assertThat(added).isFalse();
    assertThat(gradient.likes()).isZero();
    assertThat(learner.step(BlendWeights.start(), gradient)).isEqualTo(BlendWeights.start());
    assertThatThrownBy(() -> BlendWeights.of(new float[24 - 1])).hasMessageContaining("24");
    float[] negative = new float[24];
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

  @Test
  void weightsStoredBeforeATermWasKnownAreReadWithItsStart() {
    float[] six = {.1f, .2f, .3f, .4f, .5f, .6f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    BlendWeights weights = BlendWeights.stored(six);

    for (int bucket = 0; bucket < BlendWeights.BUCKETS; bucket++) {
      assertThat(weights.weight(bucket, Term.BEHAVIOUR)).isEqualTo(six[bucket * 6]);
      assertThat(weights.weight(bucket, Term.TREND)).isEqualTo(six[bucket * 6 + 5]);
      for (Term later : new Term[] {Term.SEQUENCE, Term.CONTEXT}) {
        assertThat(weights.weight(bucket, later))
            .isEqualTo(BlendWeights.start().weight(bucket, later));
      }
    }
  }

  @Test
  void weightsOfTodayAreReadAsTheyWereStored() {
    float[] values = BlendWeights.start().toArray();
    values[6] = .25f;

    assertThat(BlendWeights.stored(values).toArray()).containsExactly(values);
  }

  @Test
  void weightsThatAreNotOfWholeTermsOrOfUnknownOnesAreRefused() {
    for (int length : new int[] {0, 23, 27}) {
      assertThatThrownBy(() -> BlendWeights.stored(new float[length]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3 weights for each of 1 to 8 terms, were " + length);
    }
  }

  @Test
  void aTermWithoutFeaturesKeepsItsWeight() {
    BlendGradient gradient = new BlendGradient();
    gradient.add(
        BlendWeights.start(),
        1,
        against(features(Term.CONTENT, 1), NOTHING),
        RelationFeatures.NONE);

    BlendWeights after = learner.step(BlendWeights.start(), gradient);

    assertThat(after.weight(1, Term.SEQUENCE))
        .isEqualTo(BlendWeights.start().weight(1, Term.SEQUENCE));
  }

  private static float[] features(Term term, float value) {
    float[] features = new float[Term.WEIGHTED];
    features[term.index()] = value;
    return features;
  }

  private static float[] against(float[] liked, float[] other) {
    float[] both = Arrays.copyOf(liked, 2 * Term.WEIGHTED);
    System.arraycopy(other, 0, both, Term.WEIGHTED, Term.WEIGHTED);
    return both;
  }
}
