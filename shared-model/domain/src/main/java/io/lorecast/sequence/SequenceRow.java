package io.lorecast.sequence;

import io.lorecast.learning.Signal;
import io.lorecast.vector.VectorMath;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How what is learned of one item lies in a row of {@link #SIZE} values: [v | y of a like | y of
 * another event | bias | four sums of squares], the vectors {@link #K} values each. v is the item
 * as one that may be liked next, y as one that was met before.
 */
public final class SequenceRow {

  /** Values in each vector. */
  public static final int K = 64;

  /** Where v starts. */
  public static final int TARGET = 0;

  /** Where the bias is. */
  public static final int BIAS = 3 * K;

  /** Values in all. */
  public static final int SIZE = BIAS + 5;

  private static final int LIKED = K;
  private static final int OTHER = 2 * K;

  private SequenceRow() {}

  /** Returns where the vector of an event of {@code signal} starts. */
  public static int after(Signal signal) {
    return signal == Signal.LIKED ? LIKED : OTHER;
  }

  /**
   * Returns {@code values}, a row.
   *
   * @throws IllegalArgumentException if they are of another length or not finite
   */
  public static float[] require(float[] values) {
    if (values.length != SIZE) {
      throw new IllegalArgumentException(
          "a sequence row must be " + SIZE + " values, was " + values.length);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("a sequence row must be finite, held " + value);
      }
    }
    return values;
  }

  /** Returns the row of an item that nothing has been learned of; the same for the same name. */
  static float[] fresh(String name, SequenceSettings settings) {
    float[] row = new float[SIZE];
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed() + name.hashCode());
    for (int d = 0; d < K; d++) {
      row[TARGET + d] = (float) random.nextGaussian(0, settings.spread());
    }
    return row;
  }

  /** Takes the step of one vector, at most the longest one, down {@code factor * direction}. */
  static void step(
      float[] row, int vector, float factor, float[] direction, SequenceSettings settings) {
    float squares = factor * factor * VectorMath.dot(direction, direction) / K;
    int sum = BIAS + 1 + vector / K;
    row[sum] += squares;
    double length = settings.rate() * Math.sqrt(squares * K / (row[sum] + settings.softening()));
    double clipped = Math.min(1, settings.longestStep() / Math.max(length, Float.MIN_NORMAL));
    float rate =
        (float) (clipped * settings.rate() / Math.sqrt(row[sum] + settings.softening())) * factor;
    for (int d = 0; d < K; d++) {
      row[vector + d] -= rate * direction[d];
    }
  }

  /** Takes the step of the bias. */
  static void stepBias(float[] row, float gradient, SequenceSettings settings) {
    row[SIZE - 1] += gradient * gradient;
    row[BIAS] -=
        (float) (settings.rate() * gradient / Math.sqrt(row[SIZE - 1] + settings.softening()));
  }
}
