package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Cholesky;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FactorPosteriorTest {

  private static final int K = 8;

  @Test
  void oneLikeMatchesTheHandWorkedExample() {
    // Z = 1, q = 2, c = 1: A = 1 / 1 + 2 * 1 * 2 = 5, so A^-1 = .2 and L = sqrt(.2).
    FactorPosterior posterior = new FoldIn(new float[] {1}, 1, .9).posterior(new float[] {2});

    assertThat(posterior.covariance()).containsExactly(new double[] {.2}, within(1e-6));
    double eps = new Random(1).nextGaussian();
    assertThat(posterior.deviation(new Random(1)))
        .containsExactly(new double[] {Math.sqrt(.2) * eps}, within(1e-6));
  }

  @Test
  void anOlderLikeTellsLess() {
    // Z = 1, q = 2 twice, c = 1 and .5: A = 1 + 4 + 2 = 7.
    FactorPosterior posterior = new FoldIn(new float[] {1}, 1, .5).posterior(new float[] {2, 2});

    assertThat(posterior.covariance()).containsExactly(new double[] {1 / 7.}, within(1e-6));
  }

  @Test
  void withoutFactorsThereIsNothingToDraw() {
    FactorPosterior posterior = new FoldIn(new float[4], 2, .9).posterior(new float[] {0, 0});

    assertThat(posterior.deviation(new Random(1))).containsExactly(0, 0);
  }

  @Property(tries = 100)
  void theCovarianceIsTheInverseOfTheSystem(
      @ForAll @IntRange(min = 0, max = 20) int h, @ForAll Random random) {
    double[] regular = FoldInTest.regular(random);
    float[] z = z(regular);
    float[] liked = FoldInTest.floats(random.doubles((long) h * K, -1, 1).toArray());

    double[] covariance = new FoldIn(z, K, .9).posterior(liked).covariance();

    double[] system = regular.clone();
    for (int a = 0; a < h; a++) {
      for (int i = 0; i < K * K; i++) {
        system[i] += Math.pow(.9, a) * liked[a * K + i / K] * liked[a * K + i % K];
      }
    }
    assertThat(covariance).containsExactly(Cholesky.inPlace(system, K).inverse(), within(1e-5));
  }

  /** A newer like would make the others older, and so could tell less than they did. */
  @Property(tries = 100)
  void oneLikeMoreBeforeTheOthersNeverMakesAUserLessSure(
      @ForAll @IntRange(min = 1, max = 20) int h, @ForAll Random random) {
    FoldIn foldIn = new FoldIn(z(FoldInTest.regular(random)), K, .9);
    float[] liked = FoldInTest.floats(random.doubles((long) h * K, -1, 1).toArray());

    double before = trace(foldIn.posterior(new float[0]));
    for (int likes = 1; likes <= h; likes++) {
      double now = trace(foldIn.posterior(Arrays.copyOf(liked, likes * K)));
      assertThat(now).isLessThanOrEqualTo(before + 1e-9).isPositive();
      before = now;
    }
  }

  @Test
  void whatIsDrawnHasTheCovariance() {
    float[] z = {1, .5f, .5f, 2};
    FactorPosterior posterior = new FoldIn(z, 2, .9).posterior(new float[] {1, -1});
    Random random = new Random(3);
    int draws = 100_000;
    double[] moments = new double[4];
    for (int draw = 0; draw < draws; draw++) {
      double[] drawn = posterior.deviation(random);
      for (int i = 0; i < 4; i++) {
        moments[i] += drawn[i / 2] * drawn[i % 2] / draws;
      }
    }

    // A variance of about 1 is estimated with a deviation of sqrt(2 / 100,000) = .0045.
    assertThat(moments).containsExactly(posterior.covariance(), within(.03));
  }

  private static float[] z(double[] regular) {
    return FoldInTest.floats(Cholesky.inPlace(regular.clone(), K).inverse());
  }

  private static double trace(FactorPosterior posterior) {
    double[] covariance = posterior.covariance();
    double trace = 0;
    for (int d = 0; d < K; d++) {
      trace += covariance[d * K + d];
    }
    return trace;
  }
}
