package io.lorecast.bench.peer;

import java.util.random.RandomGenerator;

/** Factors of users or items, shape [n, k], for the peers that learn by gradient steps. */
final class FactorTable {

  private static final double START_DEVIATION = .1;

  final int k;
  final double[] values;

  FactorTable(int n, int k, RandomGenerator random) {
    this.k = k;
    this.values = new double[n * k];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() * START_DEVIATION;
    }
  }

  /** Returns row {@code i} of this times row {@code j} of {@code other}. */
  double dot(int i, FactorTable other, int j) {
    double sum = 0;
    for (int d = 0; d < k; d++) {
      sum += values[i * k + d] * other.values[j * k + d];
    }
    return sum;
  }

  /** Returns row {@code i} of this times every row of {@code others}. */
  double[] dots(int i, FactorTable others) {
    double[] dots = new double[others.values.length / k];
    for (int j = 0; j < dots.length; j++) {
      dots[j] = dot(i, others, j);
    }
    return dots;
  }
}
