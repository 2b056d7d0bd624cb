package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Cholesky;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SparseRidgeTest {

  private static final int CONTENT = 3;
  private static final int ENTITIES = 10;
  private static final int K = 2;
  private static final float SCALE = .3f;

  @Test
  void twoRowsMatchTheHandWorkedExample() {
    // One dense feature x, no entities: m = sum w x q / (sum w x² + lambda)
    //   = (1 * 2 * 3 + .5 * 1 * 4) / (1 * 4 + .5 * 1 + .5) = 8 / 5 = 1.6.
    List<SparseRidge.Row> rows =
        List.of(
            new SparseRidge.Row(new float[] {2}, new int[0], new double[] {3}, 1),
            new SparseRidge.Row(new float[] {1}, new int[0], new double[] {4}, .5));

    double[] map = new SparseRidge(rows, 1, SCALE, 1).solve(.5, new double[1]);

    assertThat(map).containsExactly(new double[] {1.6}, within(1e-9));
  }

  @Test
  void whatNoRowHasIsMappedToNothing() {
    SparseRidge.Row row = new SparseRidge.Row(new float[] {1}, new int[] {1}, new double[] {1}, 1);

    double[] map = new SparseRidge(List.of(row), 3, 1, 1).solve(1, new double[3]);

    // Two equal features and lambda 1: each is 1 / (2 + 1); the entity that is not met stays 0.
    assertThat(map).containsExactly(new double[] {1 / 3d, 0, 1 / 3d}, within(1e-9));
  }

  @Property(tries = 100)
  void theSolutionIsThatOfTheNormalEquations(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll Random random) {
    List<SparseRidge.Row> rows = rows(n, random);
    int features = CONTENT + ENTITIES;

    double[] map = new SparseRidge(rows, features, SCALE, K).solve(.7, new double[features * K]);

    double[][] expected = direct(rows, .7);
    for (int i = 0; i < features; i++) {
      for (int c = 0; c < K; c++) {
        assertThat(map[i * K + c]).isEqualTo(expected[c][i], within(1e-3));
      }
    }
  }

  private static List<SparseRidge.Row> rows(int n, Random random) {
    List<SparseRidge.Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] content = new float[CONTENT];
      for (int d = 0; d < CONTENT; d++) {
        content[d] = random.nextFloat() - .5f;
      }
      int[] entities = random.ints(3, 0, ENTITIES).distinct().toArray();
      double[] target = random.doubles(K, -1, 1).toArray();
      rows.add(new SparseRidge.Row(content, entities, target, .1 + random.nextDouble()));
    }
    return rows;
  }

  private static double[][] direct(List<SparseRidge.Row> rows, double lambda) {
    int size = CONTENT + ENTITIES;
    double[] normal = new double[size * size];
    double[][] right = new double[K][size];
    for (SparseRidge.Row row : rows) {
      double[] f = new double[size];
      for (int d = 0; d < CONTENT; d++) {
        f[d] = row.content()[d];
      }
      for (int entity : row.entities()) {
        f[CONTENT + entity] = SCALE;
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          normal[i * size + j] += row.weight() * f[i] * f[j];
        }
        for (int c = 0; c < K; c++) {
          right[c][i] += row.weight() * f[i] * row.target()[c];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      normal[i * size + i] += lambda;
    }
    Cholesky solved = Cholesky.inPlace(normal, size);
    for (double[] side : right) {
      solved.solve(side, 0);
    }
    return right;
  }
}
