package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  @Test
  void aDiagonalMatrixHasItsLargestEntriesAsEigenvalues() {
    PrincipalComponents components =
        PrincipalComponents.of(new Dense(3, 5, 0, 0, 0, 1, 0, 0, 0, 3), 2, new Random(1));

    assertThat(components.values()).containsExactly(new double[] {5, 3}, within(1e-9));
    assertThat(Math.abs(components.vectors()[0])).isEqualTo(1, within(1e-6));
    assertThat(Math.abs(components.vectors()[3 + 2])).isEqualTo(1, within(1e-6));
  }

  @Test
  void directionsThatAreNotThereAreZero() {
    PrincipalComponents components =
        PrincipalComponents.of(new Dense(2, 1, 1, 1, 1), 4, new Random(1));

    // [1 1; 1 1] has rank 1, and nothing has more than two directions here.
    assertThat(components.values()).containsExactly(new double[] {2, 0, 0, 0}, within(1e-9));
    assertThat(components.vectors()).hasSize(8).endsWith(new double[6]);
  }

  @Property(tries = 50)
  void aVectorTimesTheMatrixIsItsEigenvalueTimesIt(
      @ForAll @IntRange(min = 2, max = 40) int n, @ForAll Random random) {
    Dense matrix = Dense.covariance(n, random);

    PrincipalComponents components = PrincipalComponents.of(matrix, n, random);

    double[] image = new double[n];
    for (int c = 0; c < n; c++) {
      double[] vector = java.util.Arrays.copyOfRange(components.vectors(), c * n, (c + 1) * n);
      matrix.apply(vector, image);
      for (int i = 0; i < n; i++) {
        assertThat(image[i]).isEqualTo(components.values()[c] * vector[i], within(1e-6));
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Dense(int dimension, double... values) implements LinearOperator {

    static Dense covariance(int n, Random random) {
      double[] factor = random.doubles((long) n * n, -1, 1).toArray();
      double[] values = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int k = 0; k < n; k++) {
            values[i * n + j] += factor[i * n + k] * factor[j * n + k];
          }
        }
      }
      return new Dense(n, values);
    }

    @Override
    public void apply(double[] vector, double[] target) {
      for (int i = 0; i < dimension; i++) {
        target[i] = 0;
        for (int j = 0; j < dimension; j++) {
          target[i] += values[i * dimension + j] * vector[j];
        }
      }
    }
  }
}
