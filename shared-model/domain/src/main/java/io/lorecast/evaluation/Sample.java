package io.lorecast.evaluation;

import java.util.List;

/**
 * A metric over users or over seeds.
 *
 * @param count how many values, at least 1
 * @param mean their mean
 * @param deviation their standard deviation (of n - 1); 0 of a single one
 */
public record Sample(int count, double mean, double deviation) {

  /**
   * Returns the sample of {@code values}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sample of(List<Double> values) {
    int n = values.size();
    if (n == 0) {
      throw new IllegalArgumentException("a sample has at least one value");
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new Sample(n, mean, n > 1 ? Math.sqrt(squares / (n - 1)) : 0);
  }

  /** Returns the standard error of the mean, taking the values as independent. */
  public double standardError() {
    return deviation / Math.sqrt(count);
  }
}
