package io.lorecast.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.Signal;
import io.lorecast.model.ItemId;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class SequenceLearnerTest {

  private static final ItemId A = new ItemId("a");
  private static final ItemId B = new ItemId("b");
  private static final List<ItemId> TWENTY =
      IntStream.range(0, 20).mapToObj(i -> new ItemId("i" + i)).toList();

  @Test
  void theFirstLikeMovesTheBiases() {
    SequenceSettings flat = new SequenceSettings(1, .1f, .01f, 1, 0, 1);
    SequenceLearner learner = new SequenceLearner(flat, SequenceModel.EMPTY);

    learner.learn(like(A, "1"), List.of(A, B));

    // Both score 0, so both shares are .5: the gradients of the biases are -.5 and .5, the sum of
    // squares .25, and the step .1 * .5 / sqrt(.25 + .01) = .0980581.
    assertThat(row(learner, A)[SequenceRow.BIAS]).isEqualTo(.0980581f, within(1e-6f));
    assertThat(row(learner, B)[SequenceRow.BIAS]).isEqualTo(-.0980581f, within(1e-6f));
    assertThat(row(learner, A)[SequenceRow.TARGET]).isZero(); // all vectors are zeros
  }

  @Test
  void whatIsLikedAfterAnItemScoresAboveTheRest() {
    SequenceLearner learner = new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);

    learnPairs(learner, 0, 300);

    SequenceModel model = learner.model();
    for (int first = 0; first < 10; first++) {
      ItemId next = TWENTY.get(first + 10);
      double mean =
          TWENTY.stream()
              .mapToDouble(item -> score(model, TWENTY.get(0), item))
              .average()
              .orElse(0);
      assertThat(score(model, TWENTY.get(first), next)).isGreaterThan((float) mean + 1);
    }
  }

  @Test
  void whatIsLikedFirstIsLearnedOfTheBeginning() {
    SequenceLearner learner = new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);
    for (int i = 0; i < 200; i++) {
      learner.learn(like(A, "first-" + i), TWENTY);
      List<SequenceExample.Step> before = new ArrayList<>();
      for (int k = 0; k < SequenceExample.WINDOW; k++) {
        before.add(new SequenceExample.Step(TWENTY.get(k), Signal.LIKED));
      }
      learner.learn(new SequenceExample(B, before, false, "later-" + i), TWENTY);
    }

    SequenceModel model = learner.model();
    float[] start = Arrays.copyOfRange(model.start(), 64, 128);

    assertThat(dot(start, model, A)).isGreaterThan(dot(start, model, B) + .5f);
  }

  @Test
  void aLearnerThatGoesOnFromAModelMakesTheSameRows() {
    SequenceLearner whole = new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);
    learnPairs(whole, 0, 100);

    SequenceLearner first = new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);
    learnPairs(first, 0, 60);
    SequenceModel published = SequenceModel.EMPTY.with(first.takeChanged());
    SequenceLearner second = new SequenceLearner(SequenceSettings.defaults(), published);
    learnPairs(second, 60, 100);

    assertSame(published.with(second.takeChanged()), whole.model());
  }

  @Test
  void onlyWhatChangedIsTaken() {
    SequenceLearner learner = new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);
    learner.learn(like(A, "1"), List.of(A, B));

    assertThat(learner.takeChanged().rows()).containsOnlyKeys(A, B);
    assertThat(learner.takeChanged().rows()).isEmpty();
  }

  @Test
  void aScoreThatIsNotFiniteTeachesNothing() {
    float[] huge = new float[SequenceRow.SIZE];
    Arrays.fill(huge, 0, SequenceRow.BIAS, 3e38f);
    SequenceModel broken = new SequenceModel(Map.of(A, huge, B, huge), SequenceModel.EMPTY.start());
    SequenceLearner learner = new SequenceLearner(SequenceSettings.defaults(), broken);
    SequenceExample after =
        new SequenceExample(B, List.of(new SequenceExample.Step(A, Signal.LIKED)), false, "1");

    assertThat(learner.learn(after, TWENTY)).isFalse();
    assertThat(learner.takeChanged().rows()).isEmpty();
    assertThat(row(learner, A)).containsExactly(huge);
  }

  @Test
  void nothingToCompareWithTeachesNothing() {
    SequenceLearner learner = new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);

    assertThat(learner.learn(like(A, "1"), List.of())).isFalse();
    assertThat(learner.learn(like(A, "1"), List.of(A))).isFalse();
    assertThat(learner.takeChanged().rows()).isEmpty();
  }

  @Property
  void noStepIsLongerThanTheLongest(
      @ForAll @FloatRange(min = -100, max = 100) float factor,
      @ForAll @FloatRange(min = -1e6f, max = 1e6f) float value) {
    SequenceSettings hasty = new SequenceSettings(1, 50, .01f, .25f, 0, 1);
    float[] row = new float[SequenceRow.SIZE];
    float[] direction = new float[SequenceRow.K];
    Arrays.fill(direction, value);

    SequenceRow.step(row, SequenceRow.TARGET, factor, direction, hasty);

    float squares = VectorMath.dot(row, 0, row, 0, SequenceRow.K);
    assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(.25 * 1.0001);
  }

  @Test
  void rowsOfAnotherLengthOrNotFiniteAreRefused() {
    assertThatThrownBy(() -> SequenceRow.require(new float[12]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("197 values, was 12");
    float[] row = new float[SequenceRow.SIZE];
    row[5] = Float.NaN;
    assertThatThrownBy(() -> SequenceRow.require(row)).hasMessageContaining("NaN");
  }

  /** Item i + 10 is liked after item i, for i below 10. */
  private static void learnPairs(SequenceLearner learner, int from, int to) {
    for (int i = from; i < to; i++) {
      SequenceExample.Step before = new SequenceExample.Step(TWENTY.get(i % 10), Signal.LIKED);
      learner.learn(
          new SequenceExample(TWENTY.get(i % 10 + 10), List.of(before), false, "f" + i), TWENTY);
    }
  }

  private static SequenceExample like(ItemId item, String name) {
    return new SequenceExample(item, List.of(), true, name);
  }

  private static float[] row(SequenceLearner learner, ItemId item) {
    return Objects.requireNonNull(learner.model().rows().get(item));
  }

  private static float score(SequenceModel model, ItemId before, ItemId item) {
    float[] row = Objects.requireNonNull(model.rows().get(before));
    int from = SequenceRow.after(Signal.LIKED);
    float[] target = Objects.requireNonNull(model.rows().get(item));
    return dot(Arrays.copyOfRange(row, from, from + SequenceRow.K), model, item)
        + target[SequenceRow.BIAS];
  }

  private static float dot(float[] query, SequenceModel model, ItemId item) {
    float[] target = Objects.requireNonNull(model.rows().get(item));
    return VectorMath.dot(query, 0, target, SequenceRow.TARGET, SequenceRow.K);
  }

  private static void assertSame(SequenceModel actual, SequenceModel expected) {
    assertThat(actual.rows().keySet()).isEqualTo(expected.rows().keySet());
    expected.rows().forEach((item, row) -> assertThat(actual.rows().get(item)).isEqualTo(row));
    assertThat(actual.start()).isEqualTo(expected.start());
  }
}
