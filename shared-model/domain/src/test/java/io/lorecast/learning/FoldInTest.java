package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Cholesky;
import io.lorecast.vector.VectorMath;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldInTest {

  private static final int K = 8;

  @Test
  void oneLikeMatchesTheHandWorkedExample() {
    // Z = 1, q = 2, c = 1: alpha = 1 / (1 + 2*1*2) = .2, p = .2 * 1 * 2 = .4.
    // Directly: p = q c / (1/Z + c q^2) = 2 / 5 = .4.
    FoldIn foldIn = new FoldIn(new float[] {1}, 1, .9);

    assertThat(shares(foldIn, new float[] {2}, 1))
        .containsExactly(new float[] {.4f}, within(1e-6f));
  }

  @Test
  void withoutLikesThereAreNoShares() {
    assertThat(shares(new FoldIn(new float[] {1}, 1, .9), new float[0], 1)).isEmpty();
  }

  @Test
  void aMatrixOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> new FoldIn(new float[3], 2, .9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void theSharesAddUpToTheDirectSolution(
      @ForAll @IntRange(min = 1, max = 20) int h, @ForAll Random random) {
    double[] regular = regular(random);
    float[] z = floats(Cholesky.inPlace(regular.clone(), K).inverse());
    float[] liked = floats(random.doubles((long) h * K, -1, 1).toArray());

    float[] shares = shares(new FoldIn(z, K, .9), liked, K);

    double[] expected = direct(regular, liked, h, .9);
    for (int d = 0; d < K; d++) {
      double sum = 0;
      for (int a = 0; a < h; a++) {
        sum += shares[a * K + d];
      }
      assertThat(sum).isEqualTo(expected[d], within(1e-4));
    }
  }

  @Property(tries = 200)
  void anyOfTheLikesAreFoldedInAsIfTheyWereAll(
      @ForAll @IntRange(min = 1, max = 20) int h, @ForAll long some, @ForAll Random random) {
    float[] z = floats(Cholesky.inPlace(regular(random), K).inverse());
    float[] liked = floats(random.doubles((long) h * K, -1, 1).toArray());
    float[] other = floats(random.doubles(K, -1, 1).toArray());
    int[] rows = IntStream.range(0, h).filter(row -> (some >> row & 1) == 1).toArray();
    float[] alone = new float[rows.length * K];
    for (int a = 0; a < rows.length; a++) {
      System.arraycopy(liked, rows[a] * K, alone, a * K, K);
    }
    FoldIn foldIn = new FoldIn(z, K, .9);
    FoldInGram gram = foldIn.gram(liked, foldIn.timesZ(liked));
    double[] alpha = new double[h];

    gram.solve(rows, rows.length, new double[h * h], alpha);

    float[] shares = shares(foldIn, alone, K);
    for (int a = 0; a < rows.length; a++) {
      assertThat(alpha[a] * gram.product(rows[a], other, 0))
          .isEqualTo(VectorMath.dot(shares, a * K, other, 0, K), within(1e-5));
    }
  }

  @Test
  void oneLastingLikeMatchesTheHandWorkedExample() {
    // As above: the first step of conjugate gradients is exact in one dimension.
    FoldIn foldIn = new FoldIn(new float[] {1}, 1, .9);
    float[] shares = lastingShares(foldIn, new float[] {2}, 1);

    assertThat(shares).containsExactly(new float[] {.4f}, within(1e-6f));
    assertThat(lastingShares(foldIn, new float[0], 1)).isEmpty();
  }

  @Property(tries = 200)
  void lastingFactorsOfTwoLikesAreExactWhateverTheirOrder(@ForAll Random random) {
    // Two steps of conjugate gradients solve a system of two unknowns.
    double[] regular = regular(random);
    float[] z = floats(Cholesky.inPlace(regular.clone(), K).inverse());
    float[] liked = floats(random.doubles(2L * K, -1, 1).toArray());

    double[] expected = direct(regular, liked, 2, 1);

    float[] shares = lastingShares(new FoldIn(z, K, .9), liked, K);
    for (int d = 0; d < K; d++) {
      assertThat((double) shares[d] + shares[K + d]).isEqualTo(expected[d], within(1e-4));
    }
  }

  @Property(tries = 200)
  void lastingFactorsOfManyLikesAreNearTheDirectSolution(
      @ForAll @IntRange(min = 3, max = 60) int h, @ForAll Random random) {
    double[] regular = regular(random);
    float[] z = floats(Cholesky.inPlace(regular.clone(), K).inverse());
    float[] liked = floats(random.doubles((long) h * K, 0, 1).toArray());

    double[] expected = direct(regular, liked, h, 1);

    float[] shares = lastingShares(new FoldIn(z, K, .9), liked, K);
    double objective = objective(regular, liked, h, sums(shares, h));
    double best = objective(regular, liked, h, expected);
    // Without factors the objective is h: one for each like that is missed.
    assertThat(objective - best).isBetween(-1e-3, .1 * (h - best) + 1e-3);
  }

  /** Returns alpha_a Z q_a, shape [h, k], flat. */
  private static float[] shares(FoldIn foldIn, float[] liked, int k) {
    float[] timesZ = foldIn.timesZ(liked);
    int h = liked.length / k;
    double[] alpha = new double[h];
    int[] rows = IntStream.range(0, h).toArray();
    foldIn.gram(liked, timesZ).solve(rows, h, new double[h * h], alpha);
    return scaled(timesZ, alpha);
  }

  private static float[] lastingShares(FoldIn foldIn, float[] liked, int k) {
    float[] timesZ = foldIn.timesZ(liked);
    int[] rows = IntStream.range(0, liked.length / k).toArray();
    return scaled(timesZ, foldIn.lasting(liked, timesZ).solve(rows));
  }

  private static float[] scaled(float[] rows, double[] by) {
    float[] scaled = rows.clone();
    for (int i = 0; i < rows.length; i++) {
      scaled[i] *= (float) by[i / (rows.length / by.length)];
    }
    return scaled;
  }

  private static double[] sums(float[] shares, int h) {
    double[] sums = new double[K];
    for (int i = 0; i < h * K; i++) {
      sums[i % K] += shares[i];
    }
    return sums;
  }

  /** sum_a (1 - p·q_a)² + p^T (a0 Q^T Q + lambda I) p. */
  private static double objective(double[] regular, float[] liked, int h, double[] p) {
    double sum = 0;
    for (int a = 0; a < h; a++) {
      double missed = 1;
      for (int d = 0; d < K; d++) {
        missed -= p[d] * liked[a * K + d];
      }
      sum += missed * missed;
    }
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        sum += p[i] * regular[i * K + j] * p[j];
      }
    }
    return sum;
  }

  /** (a0 Q^T Q + lambda I + sum c_a q_a q_a^T) p = sum c_a q_a, solved as it stands. */
  private static double[] direct(double[] regular, float[] liked, int h, double recency) {
    double[] system = regular.clone();
    double[] p = new double[K];
    double confidence = 1;
    for (int a = 0; a < h; a++) {
      for (int i = 0; i < K; i++) {
        p[i] += confidence * liked[a * K + i];
        for (int j = 0; j < K; j++) {
          system[i * K + j] += confidence * liked[a * K + i] * liked[a * K + j];
        }
      }
      confidence *= recency;
    }
    Cholesky.inPlace(system, K).solve(p, 0);
    return p;
  }

  static double[] regular(Random random) {
    double[] q = random.doubles(30L * K, -1, 1).toArray();
    double[] gram = ImplicitAls.weightedGram(q, K, .1);
    for (int i = 0; i < K; i++) {
      gram[i * K + i] += 1;
      for (int j = 0; j < i; j++) {
        gram[j * K + i] = gram[i * K + j];
      }
    }
    return gram;
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
