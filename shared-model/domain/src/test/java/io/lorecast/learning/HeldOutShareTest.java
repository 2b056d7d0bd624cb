package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutShareTest {

  private static final TrainingSet.Likes LIKES =
      TrainingSet.Likes.of(
          List.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new int[] {0, 1, 2}, new int[] {4, 5, 6, 7}),
          8);

  @Test
  void aQuarterOfALongEnoughListIsHeldOutAndTheRestStays() {
    HeldOutShare heldOut = HeldOutShare.of(LIKES, .25, 10, new Random(1));

    // floor(8 / 4) = 2, floor(3 / 4) = 0, floor(4 / 4) = 1
    assertThat(heldOut.judged()).containsExactlyInAnyOrder(0, 2);
    for (int row = 0; row < 2; row++) {
      int user = heldOut.judged()[row];
      assertThat(heldOut.wanted()[row]).hasSize(user == 0 ? 2 : 1);
      int[] both =
          IntStream.concat(Arrays.stream(heldOut.liked(row)), Arrays.stream(heldOut.wanted()[row]))
              .sorted()
              .toArray();
      assertThat(both).containsExactly(LIKES.byUser()[user]);
    }
    assertThat(heldOut.rest().byUser()[1]).containsExactly(0, 1, 2);
  }

  @Test
  void nothingIsHeldOutOfMoreUsersThanAskedFor() {
    HeldOutShare heldOut = HeldOutShare.of(LIKES, .25, 1, new Random(1));

    assertThat(heldOut.judged()).hasSize(1);
    int other = 2 - heldOut.judged()[0];
    assertThat(heldOut.rest().byUser()[other]).containsExactly(LIKES.byUser()[other]);
  }

  @Test
  void ndcgIsOfTheItemsThatTheUserHasNotMet() {
    TrainingSet.Likes rest = TrainingSet.Likes.of(List.of(new int[] {0}), 5);
    HeldOutShare heldOut = new HeldOutShare(rest, new int[] {0}, new int[][] {{1, 4}});

    // Without item 0 the order is 2, 1, 3, 4: found at places 1 and 3, from 0.
    double gain = 1 / log2(3) + 1 / log2(5);
    double ideal = 1 / log2(2) + 1 / log2(3);
    assertThat(heldOut.ndcg(liked -> new double[] {9, 3, 4, 2, 1}))
        .isCloseTo(gain / ideal, within(1e-12));
  }

  @Test
  void equalScoresRankInTheOrderOfTheItems() {
    TrainingSet.Likes rest = TrainingSet.Likes.of(List.of(new int[] {0}), 3);
    HeldOutShare heldOut = new HeldOutShare(rest, new int[] {0}, new int[][] {{2}});

    assertThat(heldOut.ndcg(liked -> new double[3])).isCloseTo(1 / log2(3), within(1e-12));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
