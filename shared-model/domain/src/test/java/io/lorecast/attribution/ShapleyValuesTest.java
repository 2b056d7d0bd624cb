package io.lorecast.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {

  /** What a game of one outcome is, player by player and coalition by coalition. */
  private record Game(int players, ToDoubleFunction<Long> worth) implements CooperativeGame {
    @Override
    public int outcomes() {
      return 1;
    }

    @Override
    public void value(long coalition, double[] target) {
      target[0] = worth.applyAsDouble(coalition);
    }
  }

  @Test
  void aPairOfGlovesMatchesTheHandWorkedExample() {
    // Player 0 has a left glove, 1 and 2 a right one; a pair is worth 1. Of the six orders, 0
    // completes a pair in 102, 120, 201, 210: 4/6. 1 does in 012, and 2 in 021: 1/6 each.
    Game game = new Game(3, coalition -> (coalition & 1) == 1 && coalition > 1 ? 1 : 0);

    ShapleyValues values = ShapleyValues.exact(game);

    assertThat(values.of(0, 0)).isEqualTo(4 / 6.0, within(1e-12));
    assertThat(values.of(1, 0)).isEqualTo(1 / 6.0, within(1e-12));
    assertThat(values.of(2, 0)).isEqualTo(1 / 6.0, within(1e-12));
  }

  @Test
  void withoutPlayersThereIsNothingToShare() {
    Game empty = new Game(0, coalition -> 1);

    assertThatThrownBy(() -> ShapleyValues.exact(empty).of(0, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ShapleyValues.sampled(empty, 1, new Random(1)).of(0, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void moreThanACoalitionHoldsIsRefused() {
    assertThatThrownBy(() -> ShapleyValues.sampled(new Game(63, s -> 0), 1, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a game has at most 62 players, had 63");
    assertThatThrownBy(() -> ShapleyValues.sampled(new Game(2, s -> 0), 0, new Random(1)))
        .hasMessage("pairs must be at least 1, was 0");
  }

  @Property(tries = 50)
  void theValuesAddUpToWhatAllAchieveLessWhatNobodyDoes(
      @ForAll @IntRange(min = 1, max = 8) int players, @ForAll Random random) {
    double[] worth = random.doubles(1L << players, -1, 1).toArray();
    Game game = new Game(players, coalition -> worth[coalition.intValue()]);

    assertThat(sum(ShapleyValues.exact(game), players))
        .isEqualTo(worth[worth.length - 1] - worth[0], within(1e-9));
    assertThat(sum(ShapleyValues.sampled(game, 3, random), players))
        .isEqualTo(worth[worth.length - 1] - worth[0], within(1e-9));
  }

  @Property(tries = 50)
  void whoeverAddsNothingGetsNothingAndEqualsGetTheSame(@ForAll Random random) {
    // Player 0 adds nothing; of 1 and 2 only how many take part matters; 3 is anybody.
    double[] worth = random.doubles(6, -1, 1).toArray();
    Game game = new Game(4, s -> worth[Long.bitCount(s & 0b110) + 3 * Long.bitCount(s & 0b1000)]);

    ShapleyValues values = ShapleyValues.exact(game);

    assertThat(values.of(0, 0)).isEqualTo(0, within(1e-12));
    assertThat(values.of(1, 0)).isEqualTo(values.of(2, 0), within(1e-12));
  }

  @Property(tries = 50)
  void onePairOfOrdersIsExactWhereOnlyPairsOfPlayersMeet(
      @ForAll @IntRange(min = 2, max = 9) int players, @ForAll Random random) {
    double[][] between = new double[players][players];
    for (double[] row : between) {
      java.util.Arrays.setAll(row, i -> random.nextDouble(-1, 1));
    }
    Game game = new Game(players, coalition -> quadratic(between, coalition));

    ShapleyValues sampled = ShapleyValues.sampled(game, 1, random);

    ShapleyValues exact = ShapleyValues.exact(game);
    for (int player = 0; player < players; player++) {
      assertThat(sampled.of(player, 0)).isEqualTo(exact.of(player, 0), within(1e-9));
    }
  }

  @Property(tries = 10)
  void manyOrdersComeNearToAllOrders(@ForAll Random random) {
    double[] worth = random.doubles(64, 0, 1).toArray();
    Game game = new Game(6, coalition -> worth[coalition.intValue()]);

    ShapleyValues sampled = ShapleyValues.sampled(game, 4_000, random);

    // A marginal is in [-1, 1]: its deviation at most 1, that of a mean of 8,000 at most .012, or
    // .016 if walks backwards repeated those forwards. .08 is five times that.
    ShapleyValues exact = ShapleyValues.exact(game);
    for (int player = 0; player < 6; player++) {
      assertThat(sampled.of(player, 0)).isEqualTo(exact.of(player, 0), within(.08));
    }
  }

  private static double quadratic(double[][] between, long coalition) {
    double sum = 0;
    for (int a = 0; a < between.length; a++) {
      for (int b = 0; b < between.length; b++) {
        sum += (coalition >> a & coalition >> b & 1) == 1 ? between[a][b] : 0;
      }
    }
    return sum;
  }

  private static double sum(ShapleyValues values, int players) {
    double sum = 0;
    for (int player = 0; player < players; player++) {
      sum += values.of(player, 0);
    }
    return sum;
  }
}
