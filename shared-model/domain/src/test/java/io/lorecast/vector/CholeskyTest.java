package io.lorecast.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Test
  void solvesTheHandWorkedExample() {
    // [4 2; 2 3] x = [10; 9]: x = [1.5; 2]
    double[] b = {10, 9};

    Cholesky.inPlace(new double[] {4, 2, 2, 3}, 2).solve(b, 0);

    assertThat(b).containsExactly(new double[] {1.5, 2}, within(1e-12));
  }

  @Test
  void multipliesByTheLowerFactor() {
    // [4 2; 2 5] = L L^T with L = [2 0; 1 2], and L [3; 1] = [6; 5].
    double[] product =
        Cholesky.inPlace(new double[] {4, 2, 2, 5}, 2).timesLower(new double[] {3, 1});

    assertThat(product).containsExactly(new double[] {6, 5}, within(1e-12));
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    assertThatThrownBy(() -> Cholesky.inPlace(new double[] {1, 2, 2, 1}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1");
    assertThatThrownBy(() -> Cholesky.inPlace(new double[] {Double.NaN}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void theInverseTimesTheMatrixIsTheIdentity(
      @ForAll @IntRange(min = 1, max = 20) int n, @ForAll Random random) {
    double[] matrix = positiveDefinite(n, random);

    double[] inverse = Cholesky.inPlace(matrix.clone(), n).inverse();

    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += matrix[i * n + k] * inverse[k * n + j];
        }
        assertThat(sum).isEqualTo(i == j ? 1 : 0, within(1e-8));
      }
    }
  }

  private static double[] positiveDefinite(int n, Random random) {
    double[] factor = random.doubles((long) n * n, -1, 1).toArray();
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          matrix[i * n + j] += factor[i * n + k] * factor[j * n + k];
        }
      }
      matrix[i * n + i] += .1;
    }
    return matrix;
  }
}
