package io.lorecast.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorMathTest {

  @Test
  void addsACombinationOfRows() {
    float[] target = {1, 1, 1};
    float[][] rows = {{1, 2, 3}, {10, 20, 30}};

    VectorMath.addCombination(target, 2, new float[] {5, 2, .5f}, 1, rows);

    // 1 + 2 * 1 + .5 * 10 and 1 + 2 * 2 + .5 * 20; the third is beyond the length
    assertThat(target).containsExactly(8, 15, 1);
  }

  @Property
  void aCombinationIsTheSumOfScaledRows(
      @ForAll @IntRange(min = 0, max = 11) int rows,
      @ForAll @IntRange(min = 0, max = 40) int length,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[][] of = new float[rows][];
    float[] factors = new float[rows];
    double[] expected = new double[length];
    for (int d = 0; d < rows; d++) {
      of[d] = new float[length];
      factors[d] = random.nextFloat() - .5f;
      for (int i = 0; i < length; i++) {
        of[d][i] = random.nextFloat() - .5f;
        expected[i] += (double) factors[d] * of[d][i];
      }
    }

    float[] target = new float[length];
    VectorMath.addCombination(target, length, factors, 0, of);

    for (int i = 0; i < length; i++) {
      assertThat((double) target[i])
          .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-5));
    }
  }
}
